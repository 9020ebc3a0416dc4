// Whether a metric improved or deteriorated over the last twelve months, as reported.
#pragma once

#include <optional>
#include <string>

#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::analyse {

struct YearChange {
  enum class Direction { not_known, improved, steady, deteriorated } direction = Direction::not_known;
  std::optional<double> now, year_ago;  // as reported, in the metric's unit
  double year_ago_uprated = 0;          // at the prices of now; the same where the metric is no money
  double threshold = 0;                 // a smaller change is steady
};

/// Of two figures, as reported: metrics in money are compared net of national prices; a change smaller than the
/// policy's share of half the interquartile range is steady. Not known without both.
YearChange year_change(const policy::Metric& metric, std::optional<double> now, std::optional<double> year_ago,
                       const policy::Policy& policy);

/// Of what the trust reports.
YearChange year_change(const policy::Metric& metric, const trust::Trust& trust, const policy::Policy& policy);

/// "improved", "steady", "deteriorated" or "not known".
std::string name_of(YearChange::Direction direction);

/// "improved from 9.5 to 7.0", "not known (no figure of a year ago)".
std::string in_words(const YearChange& change);

/// "Steady: a change below 10 % of half the interquartile range; ...".
std::string words_of_threshold(const policy::Policy& policy);

}  // namespace uor::analyse
