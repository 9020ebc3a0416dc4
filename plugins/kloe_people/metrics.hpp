// The six metrics of people, over the 12 months to now.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace people {

UOR_NODE(
    workforce_metrics, "people.workforce_metrics",
    (UOR_READ_SUM(hazard, "people.leaving_hazard", "ratio", 0, 12)
     UOR_READ_SUM(sickness, "people.sickness_rate", "percent", 0, 12)),
    (UOR_WRITE(metric_retention, "metric.staff_retention_rate")
     UOR_WRITE(metric_sickness, "metric.sickness_absence_rate")),
    {
      metric_retention = 100.0 * exp(-hazard);
      metric_sickness = sickness / 12.0;
    })

#define PEOPLE_COST_METRIC(name, fact, cost)                                                   \
  UOR_NODE(                                                                                    \
      metric_##name, "people.metric_" #name,                                                   \
      (UOR_READ(reported, "trust." fact, "GBP")                                                \
       UOR_READ_SUM(cost_12, cost, "GBP m", 0, 12)                                             \
       UOR_READ_ANCHOR(cost_0, cost, "GBP m")                                                  \
       UOR_READ_SUM(wau_12, "clinical.wau", "WAU", 0, 12)                                      \
       UOR_READ_ANCHOR(wau_0, "clinical.wau", "WAU")                                           \
       UOR_READ(cost_index, "national.cost_index_12m", "ratio")),                              \
      (UOR_WRITE(metric, "metric." fact)),                                                     \
      { metric = cost_per_unit(reported, cost_12, cost_0, wau_12, wau_0, cost_index); })

PEOPLE_COST_METRIC(pay, "pay_cost_per_wau", "people.real_pay")
PEOPLE_COST_METRIC(doctors, "doctors_cost_per_wau", "people.real_pay_doctors")
PEOPLE_COST_METRIC(nurses, "nurses_cost_per_wau", "people.real_pay_nurses")
PEOPLE_COST_METRIC(ahps, "ahp_cost_per_wau", "people.real_pay_ahps")

}  // namespace people
// clang-format on
