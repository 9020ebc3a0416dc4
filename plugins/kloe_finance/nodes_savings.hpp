// Savings delivered, pressures met, and what is done about them (docs/model/finance.md, sections 4 and 5).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    savings_delivered, "finance.savings",
    (UOR_READ(plan, "finance.plan_savings", "GBP m")
     UOR_READ(recurrent, "finance.recurrent_share", "percent")
     UOR_READ(delivery, "finance.savings_delivery", "percent")
     UOR_READ(record, "trust.savings_delivered_last_year", "percent")
     UOR_READ(slip, "finance.savings_slippage", "percent")
     UOR_READ(slip_pay, "finance.savings_slippage_pay", "percent")
     UOR_READ(slip_nonpay, "finance.savings_slippage_nonpay", "percent")
     UOR_READ(slip_income, "finance.savings_slippage_income", "percent")
     UOR_READ_LAG(pay_before, "finance.recurrent_pay", "GBP m", 1)
     UOR_READ_LAG(nonpay_before, "finance.recurrent_nonpay", "GBP m", 1)
     UOR_READ_LAG(income_before, "finance.recurrent_income", "GBP m", 1)
     UOR_READ_LAG(carried_pay_before, "finance.carried_pay", "GBP m", 1)
     UOR_READ_LAG(carried_nonpay_before, "finance.carried_nonpay", "GBP m", 1)
     UOR_READ_LAG(carried_income_before, "finance.carried_income", "GBP m", 1)
     UOR_READ(price_factor, "finance.price_factor", "ratio")
     UOR_PARAMETER(pay_share, "finance.savings_pay_share")
     UOR_PARAMETER(nonpay_share, "finance.savings_nonpay_share")
     UOR_PARAMETER(expected, "finance.savings_expected_delivery")
     UOR_PARAMETER(most, "finance.savings_most_delivery")
     UOR_PARAMETER(persistence, "finance.savings_record_persistence")
     UOR_PARAMETER(substituted_share, "finance.substituted_share")),
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
      const double normal = plan * delivery_share(delivery, record, expected, persistence, most);
      const double kept_pay = after_slippage(slip, slip_pay);
      const double kept_nonpay = after_slippage(slip, slip_nonpay);
      const double kept_income = after_slippage(slip, slip_income);
      const double recurrent_part = clamp(recurrent, 0.0, 100.0) / 100.0;
      const double income_share = 1.0 - pay_share - nonpay_share;
      recurrent_pay = recurrent_part * pay_share * normal * kept_pay;
      recurrent_nonpay = recurrent_part * nonpay_share * normal * kept_nonpay;
      recurrent_income = recurrent_part * income_share * normal * kept_income;
      const double this_pay = pay_share * normal * (kept_pay + substituted_share * (1.0 - kept_pay));
      const double this_nonpay = nonpay_share * normal * (kept_nonpay + substituted_share * (1.0 - kept_nonpay));
      const double this_income = income_share * normal * (kept_income + substituted_share * (1.0 - kept_income));
      pay = (carried_pay + this_pay) * price_factor;
      nonpay = (carried_nonpay + this_nonpay) * price_factor;
      income = carried_income + this_income;
      delivered = this_pay + this_nonpay + this_income;
      total_recurrent = recurrent_pay + recurrent_nonpay + recurrent_income;
      nonrecurrent = delivered - total_recurrent;
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
     UOR_PARAMETER(pay_share, "finance.pressure_pay_share")
     UOR_PARAMETER(from, "finance.one_off_from_month")
     UOR_PARAMETER(cushion, "finance.one_off_cushion")),
    (UOR_WRITE(pay, "finance.cost_pressure_pay")
     UOR_WRITE(nonpay, "finance.cost_pressure_nonpay")
     UOR_WRITE(released, "finance.contingency_released")
     UOR_WRITE(one_off, "finance.one_off_benefits")),
    {
      const double unplanned = (run_rate + event * size + variance) / 100.0 * income_base;
      released = contingency_release(plan_savings - delivered + unplanned, contingency / 100.0 * opex_base);
      const double total = (realised / 100.0 * planned + unplanned - released) * price_factor;
      pay = pay_share * total - outsourced / 100.0 * pay_base / 12.0 * index;
      nonpay = (1.0 - pay_share) * total;
      const double year_part = 12.0 * income_base / max(13.0 - from, 1.0) / 100.0;
      const double benefit = one_off_benefit(gap, batch.month_of_year - 1, 13 - batch.month_of_year,
                                             capacity * year_part, cushion * year_part);
      one_off = batch.month_of_year >= from ? benefit : 0.0;
    })

}  // namespace finance
// clang-format on
