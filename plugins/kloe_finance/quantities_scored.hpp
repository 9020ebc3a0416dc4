// The finance metrics, the finance score and the parts of the KLOE's score.
#pragma once

#include "quantities.hpp"

namespace finance {

/// A score of one metric in the finance score: 1 is best.
constexpr Quantity band(const char* id, const char* title) {
  return rate({.id = id,
               .unit = "score",
               .title = title,
               .polarity = lower_is_better,
               .possible = {1, 4},
               .likely = {1, 4},
               .nominal = 3,
               .summarise = true,
               .standing = UOR_UNVERIFIED,
               .source = equations});
}
/// A part of the KLOE's score that runs on beyond the worst and the best band, so that far worse is always worse.
constexpr Quantity running_points(const char* id, const char* title) {
  return rate({.id = id,
               .unit = "score",
               .title = title,
               .polarity = higher_is_better,
               .possible = {-1e4, 1e4},
               .likely = {-20, 20},
               .nominal = 2.5,
               .summarise = true,
               .source = equations});
}
/// A part of the KLOE's score: 4 is best.
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

inline constexpr Quantity metrics_rows[] = {
    metric({.id = "metric.capital_service_capacity",
            .unit = "ratio",
            .title = "Capital service capacity",
            .behaviour = UOR_YTD,
            .polarity = higher_is_better,
            .possible = {-1e6, 1e6},
            .likely = {-15, 25},
            .nominal = 1.2,
            .source = equations}),
    metric({.id = "metric.liquidity_days",
            .unit = "days",
            .title = "Liquidity",
            .behaviour = UOR_STOCK,
            .polarity = higher_is_better,
            .possible = {-1e9, 1e9},
            .likely = {-250, 150},
            .nominal = -12,
            .source = equations}),
    metric({.id = "metric.ie_margin",
            .unit = "percent",
            .title = "Income and expenditure margin",
            .behaviour = UOR_YTD,
            .polarity = higher_is_better,
            .possible = {-1e6, 1e6},
            .likely = {-30, 15},
            .nominal = -1.5,
            .source = equations}),
    metric({.id = "metric.distance_from_plan",
            .unit = "percentage points",
            .title = "Distance from financial plan",
            .behaviour = UOR_YTD,
            .polarity = higher_is_better,
            .possible = {-2e6, 2e6},
            .likely = {-15, 8},
            .nominal = -0.4,
            .source = equations}),
    metric({.id = "metric.agency_spend",
            .unit = "percent over ceiling",
            .title = "Agency spend against ceiling",
            .behaviour = UOR_YTD,
            .polarity = lower_is_better,
            .possible = {-1e6, 1e6},
            .likely = {-100, 300},
            .nominal = 8,
            .source = equations}),
};

inline constexpr Quantity scores_rows[] = {
    level("finance.agency_over_at_plan_prices", "percent over ceiling",
          "Agency spend against ceiling, without a price shock", {-1e6, 1e6}, {-100, 300}, 8, -1),
    band("finance.score_capital_service_capacity", "Finance score: capital service capacity"),
    band("finance.score_liquidity_days", "Finance score: liquidity"),
    band("finance.score_ie_margin", "Finance score: margin"),
    band("finance.score_distance_from_plan", "Finance score: distance from plan"),
    band("finance.score_agency_spend", "Finance score: agency"),
    band("finance.finance_score", "Finance score, 1 best to 4"),
    running_points("finance.part_support", "Need for interim support"),
    points("finance.part_plan", "Control total in the year and in the year before"),
    points("finance.part_improvement", "Improvement on the year before"),
    running_points("finance.part_margin", "Surplus or deficit"),
    points("finance.part_savings", "Savings delivered and recurrent"),
    points("finance.part_underlying", "Underlying position"),
    points("finance.part_balance", "Balance sheet: capital service and liquidity"),
    points("finance.part_agency", "Agency against the ceiling"),
    points("finance.evidence", "Judged prompts of finance together"),
    score({.id = "finance.score", .title = "Finance", .possible = {-1e4, 4}, .likely = {-10, 4}, .source = equations}),
};

}  // namespace finance
