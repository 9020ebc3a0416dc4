// Month 0: last year's balance sheet and the other finance metrics (docs/model/finance.md, section 2).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_ANCHOR_NODE(
    anchor_capital, "finance.anchor_capital",
    (UOR_READ(expenses, "trust.operating_expenses", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m")
     UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ(principal_reported, "trust.principal", "GBP m")
     UOR_READ(service_reported, "trust.capital_service", "GBP m")
     UOR_READ(spend_reported, "trust.capital_spend", "GBP m")
     UOR_READ(pfi_service, "trust.pfi_service", "GBP m")
     UOR_READ(capacity_reported, "trust.capital_service_capacity", "ratio")
     UOR_READ(principal_share, "finance.principal_share", "percent")
     UOR_READ(interest, "finance.interest_base", "GBP m")
     UOR_READ(income, "finance.income_base", "GBP m")
     UOR_READ(surplus, "finance.surplus", "GBP m")
     UOR_READ(supported, "finance.supported", "yes=1")
     UOR_PARAMETER(pfi_ratio, "finance.pfi_principal_ratio")
     UOR_PARAMETER(limit, "finance.principal_limit")
     UOR_PARAMETER(least_spend, "finance.least_capital_spend")
     UOR_PARAMETER(pdc_rate, "finance.pdc_rate")
     UOR_PARAMETER(least_service, "finance.least_capital_service")
     UOR_PARAMETER(lower, "finance.capacity_lower")
     UOR_PARAMETER(upper, "finance.capacity_upper")),
    (UOR_WRITE(principal, "finance.principal_base")
     UOR_WRITE(spend, "finance.capital_spend_base")
     UOR_WRITE(capacity, "metric.capital_service_capacity")
     UOR_WRITE(offset, "finance.capacity_offset")
     UOR_WRITE(assets, "finance.net_relevant_assets")),
    {
      const double revenue = 12.0 * income - expenses;
      const double other_service = pdc + 12.0 * interest;
      const double usual = principal_share / 100.0 * expenses + pfi_ratio * pfi_service;
      const double reported = principal_from_service(principal_reported, service_reported, other_service);
      const double yearly =
          principal_of(reported, capacity_reported, revenue, other_service, limit / 100.0 * expenses, usual);
      const double derived = capital_service_capacity(revenue, other_service + yearly, least_service, lower, upper);
      capacity = known(capacity_reported) ? capacity_reported : derived;
      offset = capacity - derived;
      principal = yearly / 12.0;
      const double affordable =
          affordable_capital_spend(depreciation, yearly, 12.0 * surplus, supported > 0.5, least_spend);
      spend = (known(spend_reported) ? spend_reported : affordable) / 12.0;
      assets = pdc / (pdc_rate / 100.0);
    })

UOR_ANCHOR_NODE(
    anchor_balance, "finance.anchor_balance",
    (UOR_READ(expenses, "trust.operating_expenses", "GBP m")
     UOR_READ(liquidity_reported, "trust.liquidity_days", "days")
     UOR_READ(cash_reported, "trust.cash", "GBP m")
     UOR_READ(receivable, "trust.receivables", "GBP m")
     UOR_READ(assets, "trust.current_assets", "GBP m")
     UOR_READ(liabilities, "trust.current_liabilities", "GBP m")
     UOR_READ(support, "finance.support", "GBP m")
     UOR_READ(support_before, "trust.interim_support_year_ago", "GBP m")
     UOR_READ(liquidity_unexplained, "finance.liquidity_unexplained", "days")
     UOR_READ(cash_days, "finance.cash_days", "days")
     UOR_READ(due_share, "finance.loans_due_share", "percent")
     UOR_READ(principal, "finance.principal_base", "GBP m")
     UOR_READ(fund, "finance.sustainability", "GBP m")
     UOR_READ(surplus, "finance.surplus", "GBP m")
     UOR_READ(supported, "finance.supported", "yes=1")
     UOR_PARAMETER(supported_days, "finance.supported_cash_days")
     UOR_PARAMETER(least_payables, "finance.least_payables")
     UOR_PARAMETER(unpaid_share, "finance.fund_unpaid_share")
     UOR_PARAMETER(floor_days, "finance.cash_floor_days")),
    (UOR_WRITE(liquidity, "metric.liquidity_days")
     UOR_WRITE(cash, "finance.cash")
     UOR_WRITE(unpaid, "finance.fund_unpaid")
     UOR_WRITE(receivables, "finance.receivables")
     UOR_WRITE(other_receivables, "finance.other_receivables_base")
     UOR_WRITE(payables, "finance.payables")
     UOR_WRITE(payables_base, "finance.payables_base")
     UOR_WRITE(working_capital, "finance.working_capital")
     UOR_WRITE(loans_due, "finance.loans_due")
     UOR_WRITE(floor_gbp_m, "finance.cash_floor")
     UOR_WRITE(drawn, "finance.support_drawn")
     UOR_WRITE(drawn_percent, "finance.support_drawn_percent")),
    {
      loans_due = clamp(due_share, 0.0, 100.0) / 100.0 * support;
      const double drawn_days = liquidity_unexplained - loans_due / expenses * 360.0;
      const double derived = liquidity_from_balances(assets, liabilities, expenses, drawn_days);
      liquidity = known(liquidity_reported) ? liquidity_reported : derived;
      working_capital = liquidity * expenses / 360.0;
      const double days = supported > 0.5 ? min(cash_days, supported_days) : cash_days;
      const double closing =
          working_capital + least_payables / 100.0 * expenses + loans_due + 12.0 * principal - receivable;
      const double usual = max(days / 365.0 * expenses, closing);
      const double unreported = known(assets) ? max(assets - receivable, 0.0) : usual;
      cash = known(cash_reported) ? cash_reported : unreported;
      receivables = known(assets) ? assets - cash : receivable;
      unpaid = 12.0 * fund * unpaid_share;
      other_receivables = receivables - unpaid;
      payables = cash + receivables - working_capital - loans_due - 12.0 * principal;
      payables_base = payables;
      floor_gbp_m = min(floor_days / 365.0 * expenses, cash);
      const double grown = max(support - support_before, 0.0);
      const double deficit = supported > 0.5 ? max(-12.0 * surplus, 0.0) : 0.0;
      drawn = (known(support_before) ? grown : min(deficit, support)) / 12.0;
      drawn_percent = 100.0 * 12.0 * drawn / expenses;
    })

UOR_ANCHOR_NODE(
    anchor_agency, "finance.anchor_agency",
    (UOR_READ(spend, "people.agency_spend", "GBP m")
     UOR_READ(ceiling_reported, "trust.agency_ceiling", "GBP m")
     UOR_READ(over_reported, "trust.agency_spend", "percent over ceiling")
     UOR_READ(against, "finance.agency_against_ceiling", "ratio")
     UOR_READ(support_percent, "finance.support_percent", "percent")
     UOR_PARAMETER(slope, "finance.agency_support_slope")
     UOR_PARAMETER(mean_support, "finance.support_mean")
     UOR_PARAMETER(least, "finance.least_ceiling")
     UOR_PARAMETER(limit, "finance.agency_limit")),
    (UOR_WRITE(over, "metric.agency_spend")
     UOR_WRITE(ceiling, "finance.agency_ceiling")),
    {
      const double drawn = 100.0 * (against - 1.0) + slope * (support_percent - mean_support);
      const double derived = known(ceiling_reported) ? over_ceiling(12.0 * spend, ceiling_reported, least, limit)
                                                     : max(drawn, -90.0);
      over = known(over_reported) ? over_reported : derived;
      ceiling = (known(ceiling_reported) ? ceiling_reported : ceiling_from(12.0 * spend, over)) / 12.0;
    })

}  // namespace finance
// clang-format on
