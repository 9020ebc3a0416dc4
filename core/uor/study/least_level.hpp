// The least that one lever needs to reach a target.
#pragma once

#include <functional>
#include <optional>

namespace uor::study {

/// The value at a level, on the same trials at each.
using ValueAt = std::function<double(double level)>;

struct LevelRule {
  std::size_t looks = 4;         // equal steps in which the range is looked at before one of them is halved
  double tolerance = 1.0 / 256;  // of the range
};

struct LeastLevel {
  std::optional<double> needed;           // a level that was tried and reaches the target; none: the range does not
  double best_level = 0, best_value = 0;  // the best that was tried, whether it reaches or not
  std::size_t evaluations = 0;
};

/// From `today` towards `limit` (below or above it): today's level where that reaches the target; else the first step
/// at whose end the target is reached is halved until `tolerance`. What is not a number reaches nothing.
LeastLevel least_level(const ValueAt& value, double today, double limit, double target, const LevelRule& rule = {});

}  // namespace uor::study
