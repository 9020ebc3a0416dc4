// Cash, interim support and the balance sheet (docs/model/finance.md, section 8).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    receivables, "finance.receivables",
    (UOR_READ(fund, "finance.sustainability", "GBP m")
     UOR_READ_SUM(last_quarter, "finance.sustainability", "GBP m", 2, 3)
     UOR_READ_LAG(unpaid_before, "finance.fund_unpaid", "GBP m", 1)
     UOR_READ_ANCHOR(receivables_base, "finance.other_receivables_base", "GBP m")
     UOR_READ_ANCHOR(payables_base, "finance.payables_base", "GBP m")
     UOR_READ(index_12m, "national.cost_index_12m", "ratio")),
    (UOR_WRITE(received, "finance.fund_received")
     UOR_WRITE(unpaid, "finance.fund_unpaid")
     UOR_WRITE(total, "finance.receivables")
     UOR_WRITE(payables, "finance.payables")),
    {
      received = batch.month_of_year % 3 == 2 ? last_quarter : 0.0;
      unpaid = unpaid_before + fund - received;
      total = receivables_base * index_12m + unpaid;
      payables = payables_base * index_12m;
    })

UOR_NODE(
    cash, "finance.cash",
    (UOR_READ_LAG(cash_before, "finance.cash", "GBP m", 1)
     UOR_READ(surplus, "finance.surplus", "GBP m")
     UOR_READ(depreciation, "finance.depreciation", "GBP m")
     UOR_READ_ANCHOR(spend_base, "finance.capital_spend_base", "GBP m")
     UOR_READ(change, "finance.capital_spend_change", "percent")
     UOR_READ(backlog_spend, "corporate.backlog_investment", "GBP m")
     UOR_READ_ANCHOR(principal_base, "finance.principal_base", "GBP m")
     UOR_READ(receivables, "finance.receivables", "GBP m")
     UOR_READ_LAG(receivables_before, "finance.receivables", "GBP m", 1)
     UOR_READ(payables, "finance.payables", "GBP m")
     UOR_READ_LAG(payables_before, "finance.payables", "GBP m", 1)
     UOR_READ(planned_support, "finance.plan_support", "GBP m")
     UOR_READ_LAG(extra_before, "finance.support_extra", "GBP m", 1)
     UOR_READ_LAG(support_before, "finance.support", "GBP m", 1)
     UOR_READ_ANCHOR(floor_gbp_m, "finance.cash_floor", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_PARAMETER(repay_days, "finance.repay_above_days")),
    (UOR_WRITE(spend, "finance.capital_spend")
     UOR_WRITE(principal, "finance.principal")
     UOR_WRITE(drawn, "finance.support_drawn")
     UOR_WRITE(repaid, "finance.support_repaid")
     UOR_WRITE(extra, "finance.support_extra")
     UOR_WRITE(support, "finance.support")
     UOR_WRITE(cash_now, "finance.cash")),
    {
      spend = spend_base * (1.0 + change / 100.0) + backlog_spend;
      principal = principal_base;
      const double own = cash_before + surplus + depreciation - spend - principal - (receivables - receivables_before) +
                         (payables - payables_before);
      const double before = own + planned_support;
      const double needed = support_needed(before, floor_gbp_m);
      repaid = support_repaid(before, max(floor_gbp_m, repay_days / 365.0 * 12.0 * opex_base), extra_before);
      drawn = planned_support + needed;
      extra = extra_before + needed - repaid;
      support = support_before + drawn - repaid;
      cash_now = own + drawn - repaid;
    })

UOR_NODE(
    balance_sheet, "finance.balance_sheet",
    (UOR_READ(cash, "finance.cash", "GBP m")
     UOR_READ(receivables, "finance.receivables", "GBP m")
     UOR_READ(payables, "finance.payables", "GBP m")
     UOR_READ(support, "finance.support", "GBP m")
     UOR_READ(due_share, "finance.loans_due_share", "percent")
     UOR_READ_ANCHOR(principal, "finance.principal_base", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ_SUM(drawn_12, "finance.support_drawn", "GBP m", 0, 12)),
    (UOR_WRITE(loans_due, "finance.loans_due")
     UOR_WRITE(assets, "finance.current_assets")
     UOR_WRITE(liabilities, "finance.current_liabilities")
     UOR_WRITE(working_capital, "finance.working_capital")
     UOR_WRITE(percent, "finance.support_percent")
     UOR_WRITE(drawn_percent, "finance.support_drawn_percent")),
    {
      loans_due = clamp(due_share, 0.0, 100.0) / 100.0 * support;
      assets = cash + receivables;
      liabilities = payables + loans_due + 12.0 * principal;
      working_capital = assets - liabilities;
      percent = 100.0 * support / (12.0 * opex_base);
      drawn_percent = 100.0 * drawn_12 / (12.0 * opex_base);
    })

UOR_NODE(
    long_term, "finance.long_term",
    (UOR_READ(spend, "finance.capital_spend", "GBP m")
     UOR_READ_ANCHOR(spend_base, "finance.capital_spend_base", "GBP m")
     UOR_READ(depreciation, "finance.depreciation", "GBP m")
     UOR_READ(depreciation_base, "trust.depreciation", "GBP m")
     UOR_READ(extra, "finance.support_extra", "GBP m")
     UOR_READ_LAG(extra_before, "finance.support_extra", "GBP m", 1)
     UOR_READ(receivables, "finance.receivables", "GBP m")
     UOR_READ_LAG(receivables_before, "finance.receivables", "GBP m", 1)
     UOR_READ(payables, "finance.payables", "GBP m")
     UOR_READ_LAG(payables_before, "finance.payables", "GBP m", 1)
     UOR_READ_LAG(extra_assets_before, "finance.extra_assets", "GBP m", 1)
     UOR_READ_LAG(assets_before, "finance.net_relevant_assets", "GBP m", 1)),
    (UOR_WRITE(extra_assets, "finance.extra_assets")
     UOR_WRITE(assets, "finance.net_relevant_assets")),
    {
      const double bought = spend - spend_base;
      extra_assets = extra_assets_before + bought;
      assets = assets_before + bought - (depreciation - depreciation_base / 12.0) - (extra - extra_before) +
               (receivables - receivables_before) - (payables - payables_before);
    })

}  // namespace finance
// clang-format on
