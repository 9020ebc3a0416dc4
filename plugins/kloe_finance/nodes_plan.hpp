// Prices, the plan, savings and pressures of a month (docs/model/finance.md, sections 3 to 5).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    prices, "finance.prices",
    (UOR_READ(inflation, "finance.national_inflation", "percent")
     UOR_READ_ANCHOR(inflation_expected, "finance.national_inflation", "percent")
     UOR_READ(shock, "finance.national_price_shock", "percent")),
    (UOR_WRITE(index, "national.cost_index") UOR_WRITE(factor, "finance.price_factor")),
    {
      index = compounded(inflation, batch.year) * (1.0 + shock / 100.0);
      factor = index / compounded(inflation_expected, batch.year);
    })

UOR_NODE(prices_12m, "finance.prices_12m", (UOR_READ_SUM(index_12, "national.cost_index", "ratio", 0, 12)),
         (UOR_WRITE(mean, "national.cost_index_12m")), { mean = index_12 / 12.0; })

/// Unfunded cost growth: the residual that makes the baseline's plan reach its control total. It reads plans as they
/// were at the baseline, so that a lever of a scenario does not change what costs grow by.
UOR_NODE(
    cost_pressures, "finance.plan_cost_pressure",
    (UOR_READ_ANCHOR(inflation, "finance.national_inflation", "percent")
     UOR_READ_ANCHOR(tariff, "clinical.tariff_uplift", "percent")
     UOR_READ_ANCHOR(growth, "clinical.contract_growth", "percent")
     UOR_READ_ANCHOR(improvement, "finance.planned_improvement", "percent")
     UOR_READ_ANCHOR(savings_plan, "finance.savings_plan", "GBP m")
     UOR_READ_ANCHOR(recurrent, "finance.recurrent_share", "percent")
     UOR_READ_ANCHOR(back_loading, "finance.savings_back_loading", "ratio") UOR_READ(profile, "profile.savings", nullptr)
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(patient_base, "finance.patient_income_base", "GBP m")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ_ANCHOR(passthrough_base, "support.passthrough_drugs", "GBP m")
     UOR_READ_ANCHOR(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ_ANCHOR(interest, "finance.interest_base", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m") UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ_LAG(recurrent_before, "finance.plan_recurrent", "GBP m", 1)
     UOR_READ_LAG(carried_before, "finance.plan_carried", "GBP m", 1)
     UOR_PARAMETER(months_before, "finance.months_since_average")
     UOR_PARAMETER(cost_share, "finance.activity_cost_share")),
    (UOR_WRITE(pressure, "finance.plan_cost_pressure") UOR_WRITE(plan_recurrent, "finance.plan_recurrent")
     UOR_WRITE(carried, "finance.plan_carried")),
    {
      const double monthly = savings_plan / 12.0;
      plan_recurrent = recurrent / 100.0 * monthly * phased(profile, back_loading);
      carried = carried_savings(batch.month_of_year == 1, carried_before, recurrent_before);
      const double index = compounded(inflation, batch.year);
      const double trend = compounded(growth, (batch.month + months_before) / 12.0);
      const double income = patient_base * compounded(tariff, batch.year) * trend + other_base * index;
      const double expected = (opex_base - passthrough_base) * index * (1.0 + cost_share * (trend - 1.0));
      const double total = control_total(planned_surplus, before_fund, income_base, improvement, batch.year);
      pressure = cost_pressure(income, carried + monthly, (depreciation + pdc) / 12.0 + interest, total, expected);
    })

UOR_NODE(
    plan, "finance.plan",
    (UOR_READ(inflation, "finance.national_inflation", "percent")
     UOR_READ(tariff_index, "clinical.tariff_index", "ratio")
     UOR_READ(contract_trend, "clinical.contract_trend", "ratio")
     UOR_READ(improvement, "finance.planned_improvement", "percent")
     UOR_READ(change, "finance.control_total_change", "percent")
     UOR_READ(savings_plan, "finance.savings_plan", "GBP m")
     UOR_READ(back_loading, "finance.savings_back_loading", "ratio") UOR_READ(profile, "profile.savings", nullptr)
     UOR_READ(fund_profile, "profile.sustainability", nullptr)
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(allocation, "finance.sustainability_allocation", "GBP m")
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(patient_base, "finance.patient_income_base", "GBP m")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ_ANCHOR(passthrough_base, "support.passthrough_drugs", "GBP m")
     UOR_READ_ANCHOR(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ_ANCHOR(supported, "finance.supported", "yes=1")
     UOR_PARAMETER(pay_share, "finance.savings_pay_share") UOR_PARAMETER(nonpay_share, "finance.savings_nonpay_share")),
    (UOR_WRITE(turnover, "finance.plan_turnover") UOR_WRITE(total, "finance.control_total")
     UOR_WRITE(fund, "finance.plan_fund") UOR_WRITE(savings, "finance.plan_savings")
     UOR_WRITE(support, "finance.plan_support") UOR_WRITE(margin, "finance.plan_margin")),
    {
      const double monthly = savings_plan / 12.0;
      savings = monthly * phased(profile, back_loading);
      const double average = control_total(planned_surplus, before_fund, income_base, improvement, batch.year) +
                             change / 100.0 * income_base;
      total = average + savings - monthly;
      fund = accepted * allocation / 12.0 * fund_profile;
      const double income_share = 1.0 - pay_share - nonpay_share;
      const double contracts =
          patient_base * tariff_index * contract_trend + other_base * compounded(inflation, batch.year) + passthrough_base;
      turnover = contracts + income_share * savings;
      const double mean_fund = accepted * allocation / 12.0;
      margin = margin_percent(average + mean_fund, contracts + income_share * monthly + mean_fund);
      support = supported * max(-(average + mean_fund), 0.0);
    })

UOR_NODE(
    savings_delivered, "finance.savings",
    (UOR_READ(plan, "finance.plan_savings", "GBP m") UOR_READ(recurrent, "finance.recurrent_share", "percent")
     UOR_READ(delivery, "finance.savings_delivery", "percent")
     UOR_READ(record, "trust.savings_delivered_last_year", "percent")
     UOR_READ(slip, "finance.savings_slippage", "percent") UOR_READ(slip_pay, "finance.savings_slippage_pay", "percent")
     UOR_READ(slip_nonpay, "finance.savings_slippage_nonpay", "percent")
     UOR_READ(slip_income, "finance.savings_slippage_income", "percent")
     UOR_READ_LAG(pay_before, "finance.recurrent_pay", "GBP m", 1)
     UOR_READ_LAG(nonpay_before, "finance.recurrent_nonpay", "GBP m", 1)
     UOR_READ_LAG(income_before, "finance.recurrent_income", "GBP m", 1)
     UOR_READ_LAG(carried_pay_before, "finance.carried_pay", "GBP m", 1)
     UOR_READ_LAG(carried_nonpay_before, "finance.carried_nonpay", "GBP m", 1)
     UOR_READ_LAG(carried_income_before, "finance.carried_income", "GBP m", 1)
     UOR_READ(price_factor, "finance.price_factor", "ratio")
     UOR_PARAMETER(pay_share, "finance.savings_pay_share") UOR_PARAMETER(nonpay_share, "finance.savings_nonpay_share")
     UOR_PARAMETER(expected, "finance.savings_expected_delivery") UOR_PARAMETER(most, "finance.savings_most_delivery")
     UOR_PARAMETER(persistence, "finance.savings_record_persistence")
     UOR_PARAMETER(substituted_share, "finance.substituted_share")),
    (UOR_WRITE(pay, "finance.savings_pay") UOR_WRITE(nonpay, "finance.savings_nonpay")
     UOR_WRITE(income, "finance.savings_income") UOR_WRITE(recurrent_pay, "finance.recurrent_pay")
     UOR_WRITE(recurrent_nonpay, "finance.recurrent_nonpay") UOR_WRITE(recurrent_income, "finance.recurrent_income")
     UOR_WRITE(carried_pay, "finance.carried_pay") UOR_WRITE(carried_nonpay, "finance.carried_nonpay")
     UOR_WRITE(carried_income, "finance.carried_income") UOR_WRITE(delivered, "finance.savings_delivered")
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
      const double income_share = 1.0 - pay_share - nonpay_share;
      recurrent_pay = recurrent / 100.0 * pay_share * normal * kept_pay;
      recurrent_nonpay = recurrent / 100.0 * nonpay_share * normal * kept_nonpay;
      recurrent_income = recurrent / 100.0 * income_share * normal * kept_income;
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
     UOR_READ(plan_savings, "finance.plan_savings", "GBP m") UOR_READ(delivered, "finance.savings_delivered", "GBP m")
     UOR_READ(run_rate, "finance.run_rate", "percent") UOR_READ(event, "finance.adverse_event", "yes=1")
     UOR_READ(size, "finance.adverse_size", "percent") UOR_READ(variance, "finance.monthly_variance", "percent")
     UOR_READ(contingency, "finance.contingency", "percent")
     UOR_READ(capacity, "finance.one_off_capacity", "percent")
     UOR_READ_LAG(gap, "finance.control_total_gap", "GBP m", 1)
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m") UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ(price_factor, "finance.price_factor", "ratio") UOR_READ(index, "national.cost_index", "ratio")
     UOR_READ(outsourced, "corporate.outsourced_share", "percent")
     UOR_READ(pay_base, "trust.employee_expenses", "GBP m")
     UOR_PARAMETER(pay_share, "finance.pressure_pay_share") UOR_PARAMETER(from, "finance.one_off_from_month")
     UOR_PARAMETER(cushion, "finance.one_off_cushion")),
    (UOR_WRITE(pay, "finance.cost_pressure_pay") UOR_WRITE(nonpay, "finance.cost_pressure_nonpay")
     UOR_WRITE(released, "finance.contingency_released") UOR_WRITE(one_off, "finance.one_off_benefits")),
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
