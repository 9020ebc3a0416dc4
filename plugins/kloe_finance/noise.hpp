// Drivers of finance that nobody chooses: what is unknown of last year, prices, delivery, pressures, and what assessors
// find (Figure 4 of the framework).
#pragma once

#include "uor/sdk/declare.hpp"

namespace finance {
using namespace uor::sdk;

inline constexpr Quantity unknowns_rows[] = {
    driver({.id = "finance.margin_unexplained", .unit = "percent",
            .title = "Last year's margin that interim support does not explain", .shape = normal(0, 3.0),
            .possible = {-60, 60}, .likely = {-12, 12}, .standing = UOR_DERIVED,
            .source = "derived: national quartiles of the margin less what interim support explains"}),
    driver({.id = "finance.distance_unexplained", .unit = "percentage points",
            .title = "Last year's distance from plan that the margin does not explain", .shape = pert(-7, 0.3, 3),
            .possible = {-60, 60}, .likely = {-8, 4}, .source = "assumed: adverse skew of sources 8.1"}),
    driver({.id = "finance.liquidity_unexplained", .unit = "days",
            .title = "Liquidity without the loans that fall due", .shape = normal(-5, 17), .possible = {-300, 300},
            .likely = {-60, 60}, .standing = UOR_DERIVED,
            .source = "derived: national quartiles of liquidity less a third of interim support"}),
    driver({.id = "finance.agency_against_ceiling", .unit = "ratio",
            .title = "Last year's agency spend over its ceiling, at mean interim support",
            .shape = lognormal(1.06, 0.26), .possible = {0, 20}, .likely = {0.5, 2.5}, .standing = UOR_DERIVED,
            .source = "derived: quartiles -12, 8, 33 % over (data/benchmarks.csv)"}),
    driver({.id = "finance.cash_days", .unit = "days", .title = "Cash, days of operating expenses, when unknown",
            .shape = lognormal(14, 0.8), .possible = {0, 2000}, .likely = {0, 150}, .source = "assumed"}),
    driver({.id = "finance.interest_share", .unit = "percent",
            .title = "Interest without interim support and PFI, of operating expenses, when unknown",
            .shape = pert(0, 0.1, 0.5), .possible = {0, 20}, .likely = {0, 1}, .source = "assumed"}),
    driver({.id = "finance.principal_share", .unit = "percent",
            .title = "Principal without PFI, of operating expenses, when unknown", .shape = pert(0, 0.4, 1.4),
            .possible = {0, 20}, .likely = {0, 2}, .source = "assumed"}),
    driver({.id = "finance.other_income_share", .unit = "percent",
            .title = "Other income (education, research, trading) of income without pass-through drugs",
            .shape = pert(5, 11, 20), .possible = {0, 90}, .likely = {2, 40}, .source = "assumed"}),
};

inline constexpr Quantity pressures_rows[] = {
    driver({.id = "finance.national_inflation", .unit = "percent",
            .title = "National cost inflation a year that plans expect", .shape = normal(2.1, 0.3), .common = 1,
            .possible = {-20, 50}, .likely = {0, 6}, .standing = UOR_UNVERIFIED,
            .source = "unverified: 2018/19 cost uplift of the tariff 2.1; 2016/17 was 3.1, 2019/20 3.8 (sources 7)"}),
    driver({.id = "finance.planned_improvement", .unit = "percent",
            .title = "Improvement on last year that the control total asks for, of income", .shape = normal(0.7, 0.7),
            .common = 0.3, .possible = {-30, 30}, .likely = {-2, 4}, .standing = UOR_DERIVED,
            .source = "derived: sector plan 2018/19 -394 after -991 (GBP m) on about 88,000; spread assumed"}),
    driver({.id = "finance.savings_delivery", .unit = "percent", .title = "Savings delivered, of plan",
            .shape = beta(0, 110, 10.2, 2.7), .common = 0.3, .polarity = higher_is_better, .possible = {0, 110},
            .likely = {40, 110}, .summarise = true, .standing = UOR_UNVERIFIED,
            .source = "sources 8.1: mean 87, sd 12, at most 110; sector 86-89 % of plan (sources 6.3)"}),
    driver({.id = "finance.run_rate", .unit = "percent", .title = "Unplanned cost of the year, of turnover",
            .shape = normal(0.0, 0.35), .common = 0.3, .polarity = lower_is_better, .possible = {-20, 20},
            .likely = {-2, 2}, .source = "assumed, after the mixture of sources 8.1"}),
    driver({.id = "finance.adverse_event", .unit = "yes=1", .title = "A large adverse variance happens",
            .shape = bernoulli(0.2), .polarity = lower_is_better, .possible = {0, 1}, .likely = {0, 1}, .nominal = 0,
            .standing = UOR_DERIVED,
            .source = "derived: 12.6 % of providers more than GBP 10m adverse in 2018/19, 28-32 % missed (sources 6, 8.1)"}),
    driver({.id = "finance.adverse_size", .unit = "percent", .title = "Size of a large adverse variance, of turnover",
            .shape = lognormal(1.7, 0.5), .polarity = lower_is_better, .possible = {0, 60}, .likely = {0, 7},
            .standing = UOR_DERIVED, .source = "derived: mean GBP 19.6m in the tail, at most about 6 % (sources 8.1)"}),
    driver({.id = "finance.monthly_variance", .unit = "percent", .title = "Phasing noise of costs, of a month's turnover",
            .shape = normal(0, 0.3), .each = UOR_EACH_MONTH, .possible = {-20, 20}, .likely = {-2, 2},
            .source = "assumed: no source found for monthly volatility (sources 9)"}),
    driver({.id = "finance.access_change", .unit = "percentage points", .title = "A&E four-hour performance on last year",
            .shape = normal(0, 3), .each = UOR_EACH_AR1, .persistence = 0.85, .common = 0.3,
            .polarity = higher_is_better, .possible = {-100, 100}, .likely = {-12, 12}, .lever = true,
            .lead_months = 3, .delivery_cost = "emergency department staffing and flow", .standing = UOR_DERIVED,
            .source = "derived: sector 89.1, 88.3, 88.0 % by year; spread between trusts' years assumed (sources 8.2)"}),
};

/// A judged prompt, 1 to 4. A change may take it beyond the scale: the score then counts the end of the scale.
constexpr Quantity prompt(const char* id, const char* title) {
  return driver({.id = id, .unit = "score", .title = title, .shape = pert(1, 2.5, 4), .polarity = higher_is_better,
                 .possible = {-5, 10}, .likely = {1, 4}, .lever = true, .source = "Figure 4 of the framework; unknown until judged"});
}

inline constexpr Quantity evidence_rows[] = {
    prompt("finance.evidence_income", "Prompt: takes opportunities to maximise its income"),
    prompt("finance.evidence_costing", "Prompt: uses costing data across service lines"),
    prompt("finance.evidence_consultants", "Prompt: does not rely on management consultants"),
    driver({.id = "finance.evidence_grade", .unit = "ratio",
            .title = "How well the judged prompts are supported: 0 assertion, 1 seen by assessors", .shape = constant(1),
            .possible = {0, 1}, .likely = {0, 1}, .lever = true, .delivery_cost = "an evidence file before the visit",
            .source = "definition; a draw of an unknown prompt is what assessors would find, so 1"}),
};

}  // namespace finance
