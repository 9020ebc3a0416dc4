// The finance score of the oversight framework, 1 best to 4 worst, as a whole and by metric.
#pragma once

#include <array>
#include <vector>

#include "core/uor/report/line.hpp"

namespace uor::report {

struct FinanceScore {
  std::vector<std::vector<std::array<double, 4>>> share;  // [side][month][score 1..4], of trials
  std::vector<std::vector<double>> mean;                  // [side][month]
  std::vector<Line> metrics;                              // the five metrics' scores
};

FinanceScore finance_score_of(const View& view);

Json json_of(const FinanceScore& score);

}  // namespace uor::report
