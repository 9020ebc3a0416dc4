// Month 0 of corporate services: last year's average month (docs/model/corporate.md, section 1).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace corporate {

UOR_ANCHOR_NODE(
    last_year_estate, "corporate.last_year_estate",
    (UOR_READ(cost_reported, "trust.estates_cost", "GBP m")
     UOR_READ(per_m2, "trust.estates_cost_per_m2", "GBP per occupied m2")
     UOR_READ(floor_area, "trust.floor_area", "m2")
     UOR_READ(backlog_reported, "trust.backlog", "GBP m")),
    (UOR_WRITE(cost, "corporate.estates_cost")
     UOR_WRITE(cost_real, "corporate.estates_cost_real")
     UOR_WRITE(area, "corporate.area")
     UOR_WRITE(backlog, "corporate.backlog")
     UOR_WRITE(metric, "metric.estates_cost_per_m2")),
    {
      cost = (known(cost_reported) ? cost_reported : per_m2 * floor_area / 1e6) / 12.0;
      cost_real = cost;
      area = floor_area;
      backlog = backlog_reported;
      metric = per_m2;
    })

UOR_ANCHOR_NODE(
    last_year_functions, "corporate.last_year_functions",
    (UOR_READ(hr_per_100m, "trust.hr_cost_per_100m", "GBP thousand")
     UOR_READ(finance_per_100m, "trust.finance_cost_per_100m", "GBP thousand")
     UOR_READ(procurement, "trust.procurement_score", "score")
     UOR_READ(turnover, "finance.turnover", "GBP m")),
    (UOR_WRITE(hr, "corporate.hr_cost")
     UOR_WRITE(hr_real, "corporate.hr_cost_real")
     UOR_WRITE(finance, "corporate.finance_cost")
     UOR_WRITE(finance_real, "corporate.finance_cost_real")
     UOR_WRITE(metric_hr, "metric.hr_cost_per_100m")
     UOR_WRITE(metric_finance, "metric.finance_cost_per_100m")
     UOR_WRITE(metric_procurement, "metric.procurement_score")),
    {
      hr = function_cost(hr_per_100m, turnover);
      finance = function_cost(finance_per_100m, turnover);
      hr_real = hr;
      finance_real = finance;
      metric_hr = hr_per_100m;
      metric_finance = finance_per_100m;
      metric_procurement = procurement;
    })

/// Supplies are what the other classes leave of non-pay.
UOR_ANCHOR_NODE(
    last_year_nonpay, "corporate.last_year_nonpay",
    (UOR_READ(expenses, "trust.operating_expenses", "GBP m")
     UOR_READ(pay, "people.pay", "GBP m")
     UOR_READ(clinical_support, "support.nonpay", "GBP m")
     UOR_READ(passthrough, "support.passthrough_drugs", "GBP m")
     UOR_READ(negligence_a_year, "trust.clinical_negligence", "GBP m")
     UOR_READ(pfi_a_year, "trust.pfi_service", "GBP m")
     UOR_READ(estates, "corporate.estates_cost", "GBP m")
     UOR_READ(per_wau, "trust.nonpay_cost_per_wau", "GBP")
     UOR_PARAMETER(premises_share, "corporate.premises_nonpay_share")),
    (UOR_WRITE(nonpay, "corporate.nonpay")
     UOR_WRITE(nonpay_real, "corporate.nonpay_real")
     UOR_WRITE(supplies_base, "corporate.supplies_base")
     UOR_WRITE(metric, "metric.nonpay_cost_per_wau")),
    {
      nonpay = expenses / 12.0 - pay;
      nonpay_real = nonpay - passthrough;
      supplies_base =
          nonpay - clinical_support - (negligence_a_year + pfi_a_year) / 12.0 - premises_share * estates;
      metric = per_wau;
    })

}  // namespace corporate
// clang-format on
