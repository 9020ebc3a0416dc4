// The finance score of the Single Oversight Framework, 1 (best) to 4, and the parts of the finance KLOE's score.
// docs/model/finance.md, sections 10 and 11.
#pragma once

#include "anchoring.hpp"

namespace finance {

/// Edges between scores 1|2, 2|3 and 3|4 of one metric.
struct Edges {
  double first, second, third;
};

// Which side an edge itself belongs to differs by metric; `tolerance` keeps rounding from moving a value over an edge.
UOR_FORMULA double score_capital_service(double x, const Edges& e, double tolerance) {
  return x > e.first + tolerance ? 1.0 : (x >= e.second - tolerance ? 2.0 : (x >= e.third - tolerance ? 3.0 : 4.0));
}
UOR_FORMULA double score_liquidity(double x, const Edges& e, double tolerance) {
  return score_capital_service(x, e, tolerance);
}
UOR_FORMULA double score_margin(double x, const Edges& e, double tolerance) {
  return x > e.first + tolerance ? 1.0 : (x >= e.second - tolerance ? 2.0 : (x > e.third + tolerance ? 3.0 : 4.0));
}
UOR_FORMULA double score_distance(double x, const Edges& e, double tolerance) {
  return x >= e.first - tolerance ? 1.0 : (x >= e.second - tolerance ? 2.0 : (x > e.third + tolerance ? 3.0 : 4.0));
}
UOR_FORMULA double score_agency(double x, const Edges& e, double tolerance) {
  return x <= e.first + tolerance ? 1.0 : (x <= e.second + tolerance ? 2.0 : (x <= e.third + tolerance ? 3.0 : 4.0));
}

/// Mean of the five, to the nearest whole number, an exact half to the better.
UOR_FORMULA double rounded_mean(double a, double b, double c, double d, double e) {
  return -uor::sdk::floor(0.5 - (a + b + c + d + e) / 5.0);
}

/// Best scores that the overrides leave.
struct Overrides {
  double any_four, deficit_not_accepted, surplus_not_accepted, special_measures;
};

/// The finance score from the five metric scores.
UOR_FORMULA double finance_score(double a, double b, double c, double d, double e, bool accepted, bool plans_deficit,
                                 bool special_measures, const Overrides& best) {
  const double worst = max(max(max(a, b), max(c, d)), e);
  const double mean = rounded_mean(a, b, c, d, e);
  const double capped = worst >= 4.0 ? max(mean, best.any_four) : mean;
  const double not_accepted = plans_deficit ? best.deficit_not_accepted : best.surplus_not_accepted;
  const double agreed = accepted ? capped : max(capped, not_accepted);
  return special_measures ? max(agreed, best.special_measures) : agreed;
}

/// Score by percent of operating expenses that is owed as interim support: straight lines between four points, the last
/// of which runs on.
struct SupportScale {
  double none, low_percent, low, high_percent, high, severe_percent, severe;
};
UOR_FORMULA double support_score(double percent, const SupportScale& s) {
  return s.none + (s.low - s.none) * clamp(percent / s.low_percent, 0.0, 1.0) +
         (s.high - s.low) * clamp((percent - s.low_percent) / (s.high_percent - s.low_percent), 0.0, 1.0) +
         (s.severe - s.high) * max((percent - s.high_percent) / (s.severe_percent - s.high_percent), 0.0);
}

/// Points of score for each unit above the best edge and below the worst one.
struct Beyond {
  double above, below;
};
/// 3.5, 2.5 and 1.5 at the edges (best first, falling), straight lines between, and beyond them lines that run on.
UOR_FORMULA double running_score(double x, const Edges& e, const Beyond& points) {
  const double inside = uor::sdk::clamp(x, e.third, e.first);
  const double upper = 2.5 + (inside - e.second) * (1.0 / (e.first - e.second));
  const double lower = 2.5 + (inside - e.second) * (1.0 / (e.second - e.third));
  return max(upper, 2.5) + min(lower, 2.5) - 2.5 + points.above * max(x - e.first, 0.0) +
         points.below * min(x - e.third, 0.0);
}

/// 2.5 at zero, `points` for each unit, inside 1 to 4.
UOR_FORMULA double centred_score(double x, double points) { return clamp(2.5 + points * x, 1.0, 4.0); }

/// A judged prompt on the 1-4 scale counts as far as evidence supports it: an assertion (0) moves nothing.
UOR_FORMULA double supported_evidence(double judged, double grade) { return 2.5 + grade * (judged - 2.5); }

}  // namespace finance
