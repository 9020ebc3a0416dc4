// A month of corporate services (docs/model/corporate.md, sections 2 to 4).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"
#include "uor/sdk/year_so_far.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace corporate {

UOR_NODE(
    estate, "corporate.estate",
    (UOR_READ(released, "corporate.area_released", "percent")
     UOR_READ(unit_change, "corporate.estates_unit_change", "percent")
     UOR_READ(spend_share, "corporate.backlog_spend", "percent")
     UOR_READ(drift, "corporate.backlog_drift", "percent")
     UOR_READ(index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(area_base, "corporate.area", "m2")
     UOR_READ_ANCHOR(cost_base, "corporate.estates_cost", "GBP m")
     UOR_READ_ANCHOR(backlog_base, "corporate.backlog", "GBP m")
     UOR_READ_LAG(backlog_before, "corporate.backlog", "GBP m", 1)
     UOR_PARAMETER(area_elasticity, "corporate.area_elasticity")
     UOR_PARAMETER(backlog_elasticity, "corporate.backlog_elasticity")
     UOR_PARAMETER(least, "corporate.backlog_least")),
    (UOR_WRITE(area, "corporate.area")
     UOR_WRITE(investment, "corporate.backlog_investment")
     UOR_WRITE(backlog, "corporate.backlog")
     UOR_WRITE(cost, "corporate.estates_cost")
     UOR_WRITE(cost_real, "corporate.estates_cost_real")),
    {
      area = area_base * (1.0 - released / 100.0);
      investment = spend_share / 1200.0 * backlog_base;
      backlog = backlog_after(backlog_before, drift, investment);
      const double counted = max(backlog_base, 12.0 * least * cost_base);
      const double backlog_share = 1.0 + (backlog - backlog_base) / max(counted, 1e-9);
      cost_real = estates_cost(cost_base, 1.0 - released / 100.0, area_elasticity, backlog_share, backlog_elasticity,
                               unit_change, 1.0);
      cost = cost_real * index;
    })

UOR_NODE(
    functions, "corporate.functions",
    (UOR_READ(hr_change, "corporate.hr_cost_change", "percent")
     UOR_READ(finance_change, "corporate.finance_cost_change", "percent")
     UOR_READ(index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(hr_base, "corporate.hr_cost", "GBP m")
     UOR_READ_ANCHOR(finance_base, "corporate.finance_cost", "GBP m")),
    (UOR_WRITE(hr, "corporate.hr_cost")
     UOR_WRITE(hr_real, "corporate.hr_cost_real")
     UOR_WRITE(finance, "corporate.finance_cost")
     UOR_WRITE(finance_real, "corporate.finance_cost_real")),
    {
      hr_real = hr_base * (1.0 + hr_change / 100.0);
      finance_real = finance_base * (1.0 + finance_change / 100.0);
      hr = hr_real * index;
      finance = finance_real * index;
    })

/// The functions and the estate are in pay and non-pay already: only their change from last year enters here.
UOR_NODE(
    nonpay, "corporate.nonpay",
    (UOR_READ(clinical_support, "support.nonpay", "GBP m")
     UOR_READ(passthrough, "support.passthrough_drugs", "GBP m")
     UOR_READ(activity, "clinical.activity_index", "ratio")
     UOR_READ(index, "national.cost_index", "ratio")
     UOR_READ(pressure, "finance.cost_pressure_nonpay", "GBP m")
     UOR_READ(savings, "finance.savings_nonpay", "GBP m")
     UOR_READ(performance, "corporate.price_performance", "percent")
     UOR_READ(own_inflation, "corporate.nonpay_inflation", "percent")
     UOR_READ(noise, "corporate.supplies_noise", "percent")
     UOR_READ(negligence_gap, "corporate.negligence_inflation", "percent")
     UOR_READ(indexation, "corporate.pfi_indexation", "percent")
     UOR_READ(outsourced_share, "corporate.outsourced_share", "percent")
     UOR_READ(pay_a_year, "trust.employee_expenses", "GBP m")
     UOR_READ(negligence_a_year, "trust.clinical_negligence", "GBP m")
     UOR_READ(pfi_a_year, "trust.pfi_service", "GBP m")
     UOR_READ(hr_real, "corporate.hr_cost_real", "GBP m")
     UOR_READ(finance_real, "corporate.finance_cost_real", "GBP m")
     UOR_READ(estates_real, "corporate.estates_cost_real", "GBP m")
     UOR_READ_ANCHOR(hr_base, "corporate.hr_cost", "GBP m")
     UOR_READ_ANCHOR(finance_base, "corporate.finance_cost", "GBP m")
     UOR_READ_ANCHOR(estates_base, "corporate.estates_cost", "GBP m")
     UOR_READ_ANCHOR(supplies_base, "corporate.supplies_base", "GBP m")
     UOR_READ_ANCHOR(closed_opex, "finance.closed_opex", "GBP m")
     UOR_READ_ANCHOR(closed_nonpay, "finance.closed_nonpay", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_PARAMETER(premises_share, "corporate.premises_nonpay_share")
     UOR_PARAMETER(variable_share, "corporate.supplies_variable_share")
     UOR_PARAMETER(outsourcing_saving, "corporate.outsourcing_saving")),
    (UOR_WRITE(total, "corporate.nonpay")
     UOR_WRITE(real, "corporate.nonpay_real")
     UOR_WRITE(bought, "corporate.supplies")
     UOR_WRITE(negligence, "corporate.negligence")
     UOR_WRITE(pfi, "corporate.pfi_service")
     UOR_WRITE(premises, "corporate.premises")
     UOR_WRITE(outsourced, "corporate.outsourced")),
    {
      const double price = purchase_price(index, own_inflation, batch.year, performance);
      bought = supplies(supplies_base, variable_share, activity, price) * (1.0 + noise / 100.0);
      negligence = negligence_a_year / 12.0 * index * compound(negligence_gap, batch.year);
      pfi = pfi_a_year / 12.0 * index * compound(indexation, batch.year);
      premises = (premises_share * estates_base + (estates_real - estates_base)) * index;
      outsourced = outsourced_share / 100.0 * pay_a_year / 12.0 * (1.0 - outsourcing_saving / 100.0) * index;
      const double functions = (hr_real - hr_base + finance_real - finance_base) * index;
      const double usual =
          clinical_support + bought + negligence + pfi + premises + outsourced + functions + pressure - savings;
      const bool accounts = is_closed(batch.month, closed_months(last_closed)) & (closed_opex > 0.0);
      total = accounts ? closed_nonpay : usual;
      real = (total - passthrough) / index;
    })

UOR_NODE(
    unit_costs, "corporate.unit_costs",
    (UOR_READ_SUM(nonpay_12, "corporate.nonpay_real", "GBP m", 0, 12)
     UOR_READ_ANCHOR(nonpay_base, "corporate.nonpay_real", "GBP m")
     UOR_READ_SUM(wau_12, "clinical.wau", "WAU", 0, 12)
     UOR_READ_ANCHOR(wau_base, "clinical.wau", "WAU")
     UOR_READ_SUM(hr_12, "corporate.hr_cost_real", "GBP m", 0, 12)
     UOR_READ_ANCHOR(hr_base, "corporate.hr_cost_real", "GBP m")
     UOR_READ_SUM(finance_12, "corporate.finance_cost_real", "GBP m", 0, 12)
     UOR_READ_ANCHOR(finance_base, "corporate.finance_cost_real", "GBP m")
     UOR_READ_SUM(turnover_12, "finance.turnover_constant", "GBP m", 0, 12)
     UOR_READ_ANCHOR(turnover_base, "finance.turnover_constant", "GBP m")
     UOR_READ_SUM(estates_12, "corporate.estates_cost_real", "GBP m", 0, 12)
     UOR_READ_ANCHOR(estates_base, "corporate.estates_cost_real", "GBP m")
     UOR_READ_SUM(area_12, "corporate.area", "m2", 0, 12)
     UOR_READ_ANCHOR(area_base, "corporate.area", "m2")
     UOR_READ(index_12m, "national.cost_index_12m", "ratio")
     UOR_READ_ANCHOR(per_wau, "metric.nonpay_cost_per_wau", "GBP")
     UOR_READ_ANCHOR(hr_per_100m, "metric.hr_cost_per_100m", "GBP thousand")
     UOR_READ_ANCHOR(finance_per_100m, "metric.finance_cost_per_100m", "GBP thousand")
     UOR_READ_ANCHOR(per_m2, "metric.estates_cost_per_m2", "GBP per occupied m2")),
    (UOR_WRITE(metric_nonpay, "metric.nonpay_cost_per_wau")
     UOR_WRITE(metric_hr, "metric.hr_cost_per_100m")
     UOR_WRITE(metric_finance, "metric.finance_cost_per_100m")
     UOR_WRITE(metric_estates, "metric.estates_cost_per_m2")),
    {
      metric_nonpay = unit_cost(per_wau, nonpay_12, wau_12, nonpay_base, wau_base, index_12m);
      metric_hr = unit_cost(hr_per_100m, hr_12, turnover_12, hr_base, turnover_base, index_12m);
      metric_finance = unit_cost(finance_per_100m, finance_12, turnover_12, finance_base, turnover_base, index_12m);
      metric_estates = unit_cost(per_m2, estates_12, area_12, estates_base, area_base, index_12m);
    })

UOR_NODE(
    procurement, "corporate.procurement",
    (UOR_READ_SUM(performance_12, "corporate.price_performance", "percent", 0, 12)
     UOR_READ(process, "corporate.procurement_process", "score")
     UOR_READ_ANCHOR(reported, "metric.procurement_score", "score")
     UOR_PARAMETER(points_a_percent, "corporate.points_per_percent")),
    (UOR_WRITE(metric, "metric.procurement_score")),
    { metric = procurement_score(reported, performance_12 / 12.0, points_a_percent, process); })

}  // namespace corporate
// clang-format on
