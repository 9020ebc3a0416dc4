// Savings delivered, pressures met, and what is done about them (docs/model/finance.md, sections 4 and 5).
#pragma once

#include "model.hpp"
#include "nodes_schemes.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

#define FINANCE_READ_DELIVERED(n)                                                                                    \
  UOR_READ(delivered_##n, "finance.scheme_" #n "_delivered", "GBP m")                                                \
  UOR_READ(lasting_##n, "finance.scheme_" #n "_lasting", "GBP m")                                                    \
  UOR_READ(category_##n, "finance.scheme_" #n "_category", "code")
#define FINANCE_ADD_PAY(n) +(category_##n == 1.0 ? delivered_##n : 0.0)
#define FINANCE_ADD_NONPAY(n) +(category_##n == 2.0 ? delivered_##n : 0.0)
#define FINANCE_ADD_OF_INCOME(n) +(category_##n == 3.0 ? delivered_##n : 0.0)
#define FINANCE_ADD_OTHERS(n) +(((category_##n == 0.0) | (category_##n == 4.0)) ? delivered_##n : 0.0)
#define FINANCE_ADD_LASTING_PAY(n) +(category_##n == 1.0 ? lasting_##n : 0.0)
#define FINANCE_ADD_LASTING_NONPAY(n) +(category_##n == 2.0 ? lasting_##n : 0.0)
#define FINANCE_ADD_LASTING_INCOME(n) +(category_##n == 3.0 ? lasting_##n : 0.0)
#define FINANCE_ADD_LASTING_OTHERS(n) +(((category_##n == 0.0) | (category_##n == 4.0)) ? lasting_##n : 0.0)

/// Schemes that act through a driver count as delivered, but their money is what the driver does; schemes that release
/// no cash deliver nothing.
UOR_NODE(
    savings_delivered, "finance.savings",
    (FINANCE_EACH_SCHEME(FINANCE_READ_DELIVERED)
     UOR_READ_LAG(pay_before, "finance.recurrent_pay", "GBP m", 1)
     UOR_READ_LAG(nonpay_before, "finance.recurrent_nonpay", "GBP m", 1)
     UOR_READ_LAG(income_before, "finance.recurrent_income", "GBP m", 1)
     UOR_READ_LAG(carried_pay_before, "finance.carried_pay", "GBP m", 1)
     UOR_READ_LAG(carried_nonpay_before, "finance.carried_nonpay", "GBP m", 1)
     UOR_READ_LAG(carried_income_before, "finance.carried_income", "GBP m", 1)
     UOR_READ(price_factor, "finance.price_factor", "ratio")),
    (UOR_WRITE(pay, "finance.savings_pay")
     UOR_WRITE(nonpay, "finance.savings_nonpay")
     UOR_WRITE(income, "finance.savings_income")
     UOR_WRITE(recurrent_pay, "finance.recurrent_pay")
     UOR_WRITE(recurrent_nonpay, "finance.recurrent_nonpay")
     UOR_WRITE(recurrent_income, "finance.recurrent_income")
     UOR_WRITE(carried_pay, "finance.carried_pay")
     UOR_WRITE(carried_nonpay, "finance.carried_nonpay")
     UOR_WRITE(carried_income, "finance.carried_income")
     UOR_WRITE(delivered, "finance.savings_delivered")
     UOR_WRITE(total_recurrent, "finance.savings_recurrent")
     UOR_WRITE(nonrecurrent, "finance.savings_nonrecurrent")),
    {
      const bool april = batch.month_of_year == 1;
      carried_pay = carried_savings(april, carried_pay_before, pay_before);
      carried_nonpay = carried_savings(april, carried_nonpay_before, nonpay_before);
      carried_income = carried_savings(april, carried_income_before, income_before);
      const double this_pay = FINANCE_EACH_SCHEME(FINANCE_ADD_PAY);
      const double this_nonpay = FINANCE_EACH_SCHEME(FINANCE_ADD_NONPAY);
      const double this_income = FINANCE_EACH_SCHEME(FINANCE_ADD_OF_INCOME);
      recurrent_pay = FINANCE_EACH_SCHEME(FINANCE_ADD_LASTING_PAY);
      recurrent_nonpay = FINANCE_EACH_SCHEME(FINANCE_ADD_LASTING_NONPAY);
      recurrent_income = FINANCE_EACH_SCHEME(FINANCE_ADD_LASTING_INCOME);
      pay = (carried_pay + this_pay) * price_factor;
      nonpay = (carried_nonpay + this_nonpay) * price_factor;
      income = carried_income + this_income;
      const double others = FINANCE_EACH_SCHEME(FINANCE_ADD_OTHERS);
      const double others_lasting = FINANCE_EACH_SCHEME(FINANCE_ADD_LASTING_OTHERS);
      delivered = this_pay + this_nonpay + this_income + others;
      total_recurrent = recurrent_pay + recurrent_nonpay + recurrent_income + others_lasting;
      nonrecurrent = delivered - total_recurrent;
    })

/// What the trust's own forecast of the year says of unplanned cost in its open months, of a month. It reads plans and
/// allowances as they are in the baseline: a lever of a scenario does not change what the trust forecasts.
UOR_NODE(
    own_forecast, "finance.own_forecast",
    (UOR_READ(forecast, "trust.forecast_surplus", "GBP m")
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ_ANCHOR(one_offs, "finance.last_year_one_offs", "percent")
     UOR_READ_ANCHOR(improvement, "finance.planned_improvement", "percent")
     UOR_READ_ANCHOR(allocation, "finance.sustainability_allocation", "GBP m")
     UOR_READ_ANCHOR(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ_ANCHOR(contingency, "finance.contingency", "percent")
     UOR_READ_ANCHOR(capacity, "finance.one_off_capacity", "percent")
     UOR_READ_ANCHOR(savings_mean, "finance.plan_savings_mean", "GBP m")
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ_LAG(fund_to_date, "finance.closed_fund", "GBP m", 1)
     UOR_READ_LAG(total_to_date, "finance.closed_control_total", "GBP m", 1)
     UOR_PARAMETER(delivery, "finance.savings_expected_delivery")
     UOR_PARAMETER(from, "finance.one_off_from_month")),
    (UOR_WRITE(level, "finance.forecast_unplanned")),
    {
      const double months = known(surplus_to_date) ? closed_months(last_closed) : 0.0;
      const double open = max(12.0 - closed_months(last_closed), 1.0);
      const double total = 12.0 * control_total(planned_surplus, before_fund - one_offs / 100.0 * income_base,
                                                income_base, improvement, 1.0);
      const double earned = months > 0.0 ? fund_to_date : 0.0;
      const double result = forecast_before_fund(forecast, total, accepted * allocation, earned);
      const double gap = total - result;
      const double gap_so_far = months > 0.0 ? total_to_date - (surplus_to_date - earned) : 0.0;
      const double one_off_part = min(open / max(13.0 - from, 1.0), 1.0);
      const double relief = open * contingency / 100.0 * opex_base + one_off_part * capacity / 100.0 * 12.0 * income_base;
      const double left = shortfall_before_relief(gap, relief) - gap_so_far;
      const double expected_slippage = savings_mean * (1.0 - delivery / 100.0);
      const double of_month = left / (months > 0.0 ? open : 12.0) - expected_slippage;
      level = known(of_month) ? of_month : 0.0;
    })

UOR_NODE(
    pressures_met, "finance.pressures",
    (UOR_READ(planned, "finance.plan_cost_pressure", "GBP m")
     UOR_READ(realised, "finance.cost_pressure_realised", "percent")
     UOR_READ(plan_savings, "finance.plan_savings", "GBP m")
     UOR_READ(delivered, "finance.savings_delivered", "GBP m")
     UOR_READ(run_rate, "finance.run_rate", "percent")
     UOR_READ(event, "finance.adverse_event", "yes=1")
     UOR_READ(size, "finance.adverse_size", "percent")
     UOR_READ(variance, "finance.monthly_variance", "percent")
     UOR_READ(contingency, "finance.contingency", "percent")
     UOR_READ(capacity, "finance.one_off_capacity", "percent")
     UOR_READ_LAG(gap, "finance.control_total_gap", "GBP m", 1)
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ(price_factor, "finance.price_factor", "ratio")
     UOR_READ(index, "national.cost_index", "ratio")
     UOR_READ(outsourced, "corporate.outsourced_share", "percent")
     UOR_READ(pay_base, "trust.employee_expenses", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ(income_to_date, "trust.income_to_date", "GBP m")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ_LAG(fund_to_date, "finance.closed_fund", "GBP m", 1)
     UOR_READ(forecast, "trust.forecast_surplus", "GBP m")
     UOR_READ(forecast_level, "finance.forecast_unplanned", "GBP m")
     UOR_READ(savings_to_date, "trust.savings_delivered_to_date", "GBP m")
     UOR_READ_LAG(total_to_date, "finance.closed_control_total", "GBP m", 1)
     UOR_READ_LAG(planned_to_date, "finance.closed_plan_savings", "GBP m", 1)
     UOR_PARAMETER(half, "finance.actuals_half_months")
     UOR_PARAMETER(forecast_months, "finance.forecast_months")
     UOR_PARAMETER(pay_share, "finance.pressure_pay_share")
     UOR_PARAMETER(from, "finance.one_off_from_month")
     UOR_PARAMETER(cushion, "finance.one_off_cushion")),
    (UOR_WRITE(pay, "finance.cost_pressure_pay")
     UOR_WRITE(nonpay, "finance.cost_pressure_nonpay")
     UOR_WRITE(released, "finance.contingency_released")
     UOR_WRITE(one_off, "finance.one_off_benefits")),
    {
      const double months = closed_months(last_closed);
      const double short_of_savings = known(savings_to_date) ? planned_to_date - savings_to_date : 0.0;
      const double seen = (total_to_date - (surplus_to_date - fund_to_date) - short_of_savings) / max(months, 1.0);
      const double drawn = (run_rate + event * size + variance) / 100.0 * income_base;
      const bool open = (batch.month > months) & (batch.year < 1.5);
      const Evidence so_far = {seen, open ? months : 0.0};
      const Evidence own_forecast = {forecast_level, (open & known(forecast)) ? forecast_months : 0.0};
      const double unplanned = informed_by(drawn, so_far, own_forecast, half);
      released = contingency_release(plan_savings - delivered + unplanned, contingency / 100.0 * opex_base);
      const double total = (realised / 100.0 * planned + unplanned - released) * price_factor;
      pay = pay_share * total - outsourced / 100.0 * pay_base / 12.0 * index;
      nonpay = (1.0 - pay_share) * total;
      const double year_part = 12.0 * income_base / max(13.0 - from, 1.0) / 100.0;
      const double benefit = one_off_benefit(gap, batch.month_of_year - 1, 13 - batch.month_of_year,
                                             capacity * year_part, cushion * year_part);
      const bool accounts = any_known(income_to_date, surplus_to_date, ebitda_to_date);
      const bool found = (batch.month_of_year >= from) & !(is_closed(batch.month, months) & accounts);
      one_off = found ? benefit : 0.0;
    })

}  // namespace finance
// clang-format on
