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
     UOR_READ(index_12m, "national.cost_index_12m", "ratio")
     UOR_READ_ANCHOR(receivables_0, "finance.receivables", "GBP m")
     UOR_READ_ANCHOR(principal_base, "finance.principal_base", "GBP m")
     UOR_READ_ANCHOR(support_base, "finance.support", "GBP m")
     UOR_READ_ANCHOR(due_share, "finance.loans_due_share", "percent")
     UOR_READ_LAG(receivables_shift_before, "finance.receivables_shift", "GBP m", 1)
     UOR_READ_LAG(payables_shift_before, "finance.payables_shift", "GBP m", 1)
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(closing_cash, "trust.cash_at_close", "GBP m")
     UOR_READ(closing_assets, "trust.current_assets_at_close", "GBP m")
     UOR_READ(closing_liabilities, "trust.current_liabilities_at_close", "GBP m")
     UOR_READ(closing_support, "trust.interim_support_at_close", "GBP m")
     UOR_READ(closing_due, "trust.loans_due_at_close", "GBP m")
     UOR_READ(drawn_to_date, "trust.support_drawn_to_date", "GBP m")),
    (UOR_WRITE(received, "finance.fund_received")
     UOR_WRITE(unpaid, "finance.fund_unpaid")
     UOR_WRITE(receivables_shift, "finance.receivables_shift")
     UOR_WRITE(payables_shift, "finance.payables_shift")
     UOR_WRITE(total, "finance.receivables")
     UOR_WRITE(payables, "finance.payables")),
    {
      received = batch.month_of_year % 3 == 2 ? last_quarter : 0.0;
      unpaid = unpaid_before + fund - received;
      const double months = closed_months(last_closed);
      const bool closed = is_closed(batch.month, months);
      const double usual = receivables_base * index_12m + unpaid;
      const double owed = payables_base * index_12m;
      const double part = batch.month / max(months, 1.0);
      const double closing_receivables = closing_assets - closing_cash;
      const double by_growth = support_base + (known(drawn_to_date) ? drawn_to_date : 0.0);
      const double loans = known(closing_support) ? closing_support : by_growth;
      const double due = known(closing_due) ? closing_due : clamp(due_share, 0.0, 100.0) / 100.0 * loans;
      const double closing_payables = closing_liabilities - due - 12.0 * principal_base;
      const double shown = towards(receivables_0, closing_receivables, part);
      const double shown_owed = towards(payables_base, closing_payables, part);
      receivables_shift = (closed & known(shown)) ? shown - usual : receivables_shift_before;
      payables_shift = (closed & known(shown_owed)) ? shown_owed - owed : payables_shift_before;
      total = usual + receivables_shift;
      payables = owed + payables_shift;
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
     UOR_READ(converted, "finance.support_converted", "GBP m")
     UOR_READ_LAG(converted_before, "finance.support_converted", "GBP m", 1)
     UOR_READ(returned, "finance.support_returned", "GBP m")
     UOR_READ_LAG(returned_before, "finance.support_returned", "GBP m", 1)
     UOR_READ(sold, "finance.capital_receipts", "GBP m")
     UOR_READ_LAG(sold_before, "finance.capital_receipts", "GBP m", 1)
     UOR_READ_LAG(extra_before, "finance.support_extra", "GBP m", 1)
     UOR_READ_LAG(support_before, "finance.support", "GBP m", 1)
     UOR_READ_ANCHOR(floor_gbp_m, "finance.cash_floor", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ_ANCHOR(cash_base, "finance.cash", "GBP m")
     UOR_READ_ANCHOR(assets_base, "finance.receivables", "GBP m")
     UOR_READ_ANCHOR(support_base, "finance.support", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(closing_cash, "trust.cash_at_close", "GBP m")
     UOR_READ(closing_assets, "trust.current_assets_at_close", "GBP m")
     UOR_READ(closing_support, "trust.interim_support_at_close", "GBP m")
     UOR_READ(drawn_to_date, "trust.support_drawn_to_date", "GBP m")
     UOR_PARAMETER(repay_days, "finance.repay_above_days")),
    (UOR_WRITE(spend, "finance.capital_spend")
     UOR_WRITE(principal, "finance.principal")
     UOR_WRITE(drawn, "finance.support_drawn")
     UOR_WRITE(repaid, "finance.support_repaid")
     UOR_WRITE(extra, "finance.support_extra")
     UOR_WRITE(support, "finance.support")
     UOR_WRITE(turned, "finance.support_turned")
     UOR_WRITE(receipts, "finance.receipts")
     UOR_WRITE(other, "finance.other_movements")
     UOR_WRITE(cash_now, "finance.cash")),
    {
      spend = spend_base * (1.0 + change / 100.0) + backlog_spend;
      principal = principal_base;
      receipts = max(sold - sold_before, 0.0);
      const double own = cash_before + surplus + depreciation - spend + receipts - principal -
                         (receivables - receivables_before) + (payables - payables_before);
      const double months = closed_months(last_closed);
      const bool closed = is_closed(batch.month, months);
      const double part = batch.month / max(months, 1.0);
      const double assets_now = towards(cash_base + assets_base, closing_assets, part) - receivables;
      const double cash_shown = known(closing_cash) ? towards(cash_base, closing_cash, part) : assets_now;
      const bool cash_given = closed & known(cash_shown);
      const double grown = (closing_support - support_base) / max(months, 1.0);
      const double drawn_given = drawn_to_date / max(months, 1.0);
      const bool support_given = closed & any_known(grown, drawn_given);
      const double early = grown_by(returned, returned_before, support_before);
      turned = grown_by(converted, converted_before, support_before - early);
      const double before = own + planned_support - early;
      const double needed = cash_given ? 0.0 : support_needed(before, floor_gbp_m);
      const double above = max(floor_gbp_m, repay_days / 365.0 * 12.0 * opex_base);
      const double paid_back = cash_given ? 0.0 : support_repaid(before, above, extra_before);
      const double drawn_shown = known(drawn_given) ? drawn_given : max(grown, 0.0);
      drawn = support_given ? drawn_shown : planned_support + needed;
      repaid = support_given ? (known(grown) ? drawn_shown - grown : 0.0) : paid_back + early;
      extra = extra_before + (support_given ? drawn - planned_support : needed) - repaid - turned;
      support = support_before + drawn - repaid - turned;
      const double by_flows = own + drawn - repaid;
      other = cash_given ? cash_shown - by_flows : 0.0;
      cash_now = by_flows + other;
    })

UOR_NODE(
    balance_sheet, "finance.balance_sheet",
    (UOR_READ(cash, "finance.cash", "GBP m")
     UOR_READ(receivables, "finance.receivables", "GBP m")
     UOR_READ(payables, "finance.payables", "GBP m")
     UOR_READ(support, "finance.support", "GBP m")
     UOR_READ(due_share, "finance.loans_due_share", "percent")
     UOR_READ_ANCHOR(due_share_0, "finance.loans_due_share", "percent")
     UOR_READ_ANCHOR(support_base, "finance.support", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(closing_support, "trust.interim_support_at_close", "GBP m")
     UOR_READ(closing_due, "trust.loans_due_at_close", "GBP m")
     UOR_READ(drawn_to_date, "trust.support_drawn_to_date", "GBP m")
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
      const double by_growth = support_base + (known(drawn_to_date) ? drawn_to_date : 0.0);
      const double owed = known(closing_support) ? closing_support : by_growth;
      const double share_shown = 100.0 * closing_due / max(owed, 1e-9) + (due_share - due_share_0);
      const bool owes = owed > 0.0;
      const double months = closed_months(last_closed);
      const bool given = (months > 0.0) & owes & known(share_shown);
      loans_due = clamp(given ? share_shown : due_share, 0.0, 100.0) / 100.0 * support;
      assets = cash + receivables;
      liabilities = payables + loans_due + 12.0 * principal;
      working_capital = assets - liabilities;
      percent = 100.0 * support / (12.0 * opex_base);
      drawn_percent = 100.0 * drawn_12 / (12.0 * opex_base);
    })

UOR_NODE(
    long_term, "finance.long_term",
    (UOR_READ(spend, "finance.capital_spend", "GBP m")
     UOR_READ(receipts, "finance.receipts", "GBP m")
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
      const double bought = spend - spend_base - receipts;
      extra_assets = extra_assets_before + bought;
      assets = assets_before + bought - (depreciation - depreciation_base / 12.0) - (extra - extra_before) +
               (receivables - receivables_before) - (payables - payables_before);
    })

}  // namespace finance
// clang-format on
