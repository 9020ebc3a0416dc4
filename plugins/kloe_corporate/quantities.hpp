// What corporate services produces: non-pay by class, functions, the estate, metrics and scores.
#pragma once

#include "uor/sdk/declare.hpp"

namespace corporate {
using namespace uor::sdk;

inline constexpr const char* equations = "docs/model/corporate.md";

constexpr Quantity money(const char* id, const char* title, double usual, double nominal, bool summarise = false) {
  return flow({.id = id,
               .unit = "GBP m",
               .title = title,
               .polarity = lower_is_better,
               .possible = {-1e5, 1e5},
               .likely = {-usual, usual},
               .nominal = nominal,
               .summarise = summarise,
               .source = equations});
}
constexpr Quantity cost_metric(const char* id, const char* unit, const char* title, Range likely, double nominal) {
  return metric({.id = id,
                 .unit = unit,
                 .title = title,
                 .polarity = lower_is_better,
                 .possible = {-1e6, 1e6},
                 .likely = likely,
                 .nominal = nominal,
                 .source = equations});
}
constexpr Quantity points(const char* id, const char* title) {
  return rate({.id = id,
               .unit = "score",
               .title = title,
               .polarity = higher_is_better,
               .possible = {1, 4},
               .likely = {1, 4},
               .nominal = 2.5,
               .summarise = true,
               .source = equations});
}

inline constexpr Quantity produced[] = {
    money("corporate.supplies_base", "Supplies and other non-pay last year, average month", 80, 6),
    money("corporate.nonpay", "Non-pay", 150, 13, true),
    money("corporate.nonpay_real", "Non-pay without pass-through drugs, in last year's prices", 150, 11),
    money("corporate.supplies", "Supplies and other non-pay", 80, 6, true),
    money("corporate.negligence", "Clinical negligence contribution", 15, 0.8),
    money("corporate.pfi_service", "PFI service charge", 15, 0.3),
    money("corporate.premises", "Premises, the part that is non-pay", 25, 1.5),
    money("corporate.outsourced", "Paid to contractors for work moved out of pay", 40, 0),
    money("corporate.estates_cost", "Estates and facilities running cost", 40, 3, true),
    money("corporate.estates_cost_real", "Estates and facilities running cost, in last year's prices", 40, 3),
    money("corporate.hr_cost", "Cost of the human resources function", 10, 0.3, true),
    money("corporate.hr_cost_real", "Cost of the human resources function, in last year's prices", 10, 0.3),
    money("corporate.finance_cost", "Cost of the finance function", 10, 0.2, true),
    money("corporate.finance_cost_real", "Cost of the finance function, in last year's prices", 10, 0.2),
    money("corporate.backlog_investment", "Capital spent on backlog above last year's", 60, 0),
    stock({.id = "corporate.backlog",
           .unit = "GBP m",
           .title = "Backlog maintenance",
           .polarity = lower_is_better,
           .possible = {0, 1e5},
           .likely = {0, 1500},
           .nominal = 25,
           .summarise = true,
           .source = equations}),
    stock({.id = "corporate.area",
           .unit = "m2",
           .title = "Occupied floor area",
           .possible = {0, 1e8},
           .likely = {5000, 600000},
           .nominal = 110000,
           .source = equations}),
    cost_metric("metric.nonpay_cost_per_wau", "GBP", "Non-pay cost per weighted activity unit", {600, 2800}, 1305),
    cost_metric("metric.finance_cost_per_100m", "GBP thousand", "Finance function cost per GBP 100m turnover",
                {100, 2500}, 680),
    cost_metric("metric.hr_cost_per_100m", "GBP thousand", "Human resources function cost per GBP 100m turnover",
                {150, 3500}, 950),
    metric({.id = "metric.procurement_score",
            .unit = "score",
            .title = "Procurement process efficiency and price performance score",
            .polarity = higher_is_better,
            .possible = {0, 100},
            .likely = {10, 95},
            .nominal = 60,
            .source = equations}),
    cost_metric("metric.estates_cost_per_m2", "GBP per occupied m2", "Estates cost per square metre", {150, 1000}, 341),
    points("corporate.score_nonpay_cost_per_wau", "Score of non-pay cost per weighted activity unit"),
    points("corporate.score_finance_cost_per_100m", "Score of the finance function's cost"),
    points("corporate.score_hr_cost_per_100m", "Score of the human resources function's cost"),
    points("corporate.score_procurement_score", "Score of procurement"),
    points("corporate.score_estates_cost_per_m2", "Score of estates cost"),
    points("corporate.score_backlog", "Score of backlog maintenance per square metre"),
    points("corporate.evidence", "Judged prompts of corporate services together"),
    score({.id = "corporate.score",
           .title = "Corporate services, procurement, estates and facilities",
           .source = equations}),
};

}  // namespace corporate
