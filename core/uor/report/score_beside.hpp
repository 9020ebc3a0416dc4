// A score that the policy shows beside the rating, 1 best to 4 worst, as a whole and by its parts: of the acute
// framework the finance score.
#pragma once

#include <array>
#include <vector>

#include "core/uor/policy/shown.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

struct ScoreBeside {
  std::string id, title;                                  // of the policy's row; "" where it has none
  std::vector<std::vector<std::array<double, 4>>> share;  // [side][month][score 1..4], of trials
  std::vector<std::vector<double>> mean;                  // [side][month]
  std::vector<Line> metrics;                              // the scores that it is made of
  std::vector<std::string> metric_titles;                 // what the policy calls them
};

/// Of row number `row`.
ScoreBeside score_beside_of(const View& view, const policy::Shown& rows, std::size_t row);
/// Of all rows after the first.
std::vector<ScoreBeside> more_beside_of(const View& view, const policy::Shown& rows);

Json json_of(const ScoreBeside& score);

}  // namespace uor::report
