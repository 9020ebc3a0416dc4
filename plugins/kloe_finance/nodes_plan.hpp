// Prices, unfunded cost growth and the plan of a month (docs/model/finance.md, section 3).
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
    (UOR_WRITE(index, "national.cost_index")
     UOR_WRITE(of_inflation, "finance.inflation_index")
     UOR_WRITE(expected, "finance.expected_inflation_index")
     UOR_WRITE(factor, "finance.price_factor")),
    {
      of_inflation = compound(inflation, batch.year);
      expected = compound(inflation_expected, batch.year);
      index = of_inflation * (1.0 + shock / 100.0);
      factor = index / expected;
    })

UOR_NODE(prices_12m, "finance.prices_12m", (UOR_READ_SUM(index_12, "national.cost_index", "ratio", 0, 12)),
         (UOR_WRITE(mean, "national.cost_index_12m")), { mean = index_12 / 12.0; })

/// Unfunded cost growth: the residual that makes the baseline's plan reach its control total. It reads plans as they
/// were at the baseline, so that a lever of a scenario does not change what costs grow by.
UOR_NODE(
    cost_pressures, "finance.plan_cost_pressure",
    (UOR_READ(index, "finance.expected_inflation_index", "ratio")
     UOR_READ_ANCHOR(tariff, "clinical.tariff_uplift", "percent")
     UOR_READ_ANCHOR(growth, "clinical.contract_growth", "percent")
     UOR_READ_ANCHOR(improvement, "finance.planned_improvement", "percent")
     UOR_READ_ANCHOR(savings_mean, "finance.plan_savings_mean", "GBP m")
     UOR_READ_ANCHOR(lasting_pace, "finance.plan_lasting_pace", "GBP m")
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ_ANCHOR(one_offs, "finance.last_year_one_offs", "percent")
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(patient_base, "finance.patient_income_base", "GBP m")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ_ANCHOR(opex_base, "finance.opex", "GBP m")
     UOR_READ_ANCHOR(passthrough_base, "support.passthrough_drugs", "GBP m")
     UOR_READ_ANCHOR(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ_ANCHOR(interest, "finance.interest_base", "GBP m")
     UOR_READ(depreciation, "trust.depreciation", "GBP m")
     UOR_READ(pdc, "trust.pdc_dividend", "GBP m")
     UOR_READ_LAG(carried_before, "finance.plan_carried", "GBP m", 1)
     UOR_PARAMETER(months_before, "finance.months_since_average")
     UOR_PARAMETER(cost_share, "finance.activity_cost_share")),
    (UOR_WRITE(pressure, "finance.plan_cost_pressure")
     UOR_WRITE(carried, "finance.plan_carried")),
    {
      carried = carried_savings(batch.month_of_year == 1, carried_before, batch.year > 1 ? lasting_pace : 0.0);
      const double trend = compound(growth, (batch.month + months_before) / 12.0);
      const double income = patient_base * compound(tariff, batch.year) * trend + other_base * index;
      const double expected = (opex_base - passthrough_base) * index * (1.0 + cost_share * (trend - 1.0));
      const double total = control_total(planned_surplus, before_fund - one_offs / 100.0 * income_base, income_base,
                                         improvement, batch.year);
      pressure = cost_pressure(income, carried + savings_mean, (depreciation + pdc) / 12.0 + interest, total, expected);
    })

UOR_NODE(
    plan, "finance.plan",
    (UOR_READ(inflation_index, "finance.inflation_index", "ratio")
     UOR_READ(tariff_index, "clinical.tariff_index", "ratio")
     UOR_READ(contract_trend, "clinical.contract_trend", "ratio")
     UOR_READ(improvement, "finance.planned_improvement", "percent")
     UOR_READ(change, "finance.control_total_change", "percent")
     UOR_READ(savings, "finance.plan_savings", "GBP m")
     UOR_READ(savings_mean, "finance.plan_savings_mean", "GBP m")
     UOR_READ(savings_income, "finance.plan_savings_income", "GBP m")
     UOR_READ(savings_income_mean, "finance.plan_savings_income_mean", "GBP m")
     UOR_READ(fund_profile, "profile.sustainability", nullptr)
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(allocation, "finance.sustainability_allocation", "GBP m")
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ_ANCHOR(one_offs, "finance.last_year_one_offs", "percent")
     UOR_READ_ANCHOR(income_base, "finance.income_base", "GBP m")
     UOR_READ_ANCHOR(patient_base, "finance.patient_income_base", "GBP m")
     UOR_READ_ANCHOR(other_base, "finance.other_income_base", "GBP m")
     UOR_READ_ANCHOR(passthrough_base, "support.passthrough_drugs", "GBP m")
     UOR_READ_ANCHOR(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ_ANCHOR(supported, "finance.supported", "yes=1")
     UOR_READ_ANCHOR(fund_base, "finance.fund_size_base", "GBP bn")
     UOR_PARAMETER(fund_size, "finance.fund_size")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(planned_to_date, "trust.planned_surplus_to_date", "GBP m")
     UOR_READ(income_to_date, "trust.planned_income_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ(fund_to_date, "trust.sustainability_earned_to_date", "GBP m")
     UOR_READ_LAG(fund_before, "finance.closed_fund", "GBP m", 1)
     UOR_READ_LAG(total_before, "finance.closed_control_total", "GBP m", 1)
     UOR_READ_LAG(savings_before, "finance.closed_plan_savings", "GBP m", 1)
     UOR_PARAMETER(limit, "finance.ratio_limit")),
    (UOR_WRITE(turnover, "finance.plan_turnover")
     UOR_WRITE(total, "finance.control_total")
     UOR_WRITE(fund, "finance.plan_fund")
     UOR_WRITE(closed_total, "finance.closed_control_total")
     UOR_WRITE(closed_savings, "finance.closed_plan_savings")
     UOR_WRITE(closed_fund, "finance.closed_fund")
     UOR_WRITE(support, "finance.plan_support")
     UOR_WRITE(margin, "finance.plan_margin")),
    {
      const double average = control_total(planned_surplus, before_fund - one_offs / 100.0 * income_base, income_base,
                                         improvement, batch.year) +
                             change / 100.0 * income_base;
      const double months = closed_months(last_closed);
      const double allocated = accepted * allocation / 12.0 * fund_size / fund_base;
      const double of_whole_plan = max(planned_to_date - planned_surplus, 0.0) / 12.0;  // what March's plan to date leaves
      const bool whole = (batch.year < 2) & (months > 11.5) & known(of_whole_plan);
      const double mean_fund = whole ? of_whole_plan : allocated;
      fund = mean_fund * fund_profile;
      const bool closed = is_closed(batch.month, months);
      const double left = max(12.0 - months, 1.0);
      const double rest = (12.0 * average - total_before + savings_before - months * savings_mean) / left;
      const double of_open = (batch.year < 2 ? months : 0.0) > 0.0 ? rest : average;
      const double level = known(planned_to_date) ? of_open : average;
      total = as_closed(closed, planned_to_date - months * fund, months, level + savings - savings_mean);
      closed_total = total_before + (closed ? total : 0.0);
      closed_savings = savings_before + (closed ? savings : 0.0);
      const double planned_fund = surplus_to_date < planned_to_date ? 0.0 : fund;
      closed_fund = fund_before + (closed ? (known(fund_to_date) ? fund_to_date / max(months, 1.0) : planned_fund) : 0.0);
      const double other = other_base * inflation_index;
      const double contracts = patient_base * tariff_index * contract_trend + other + passthrough_base;
      turnover = as_closed(closed, income_to_date, months, contracts + savings_income + fund) - fund;
      margin = margin_percent(average + mean_fund, contracts + savings_income_mean + mean_fund, limit);
      support = supported * max(-(average + mean_fund), 0.0);
    })

}  // namespace finance
// clang-format on
