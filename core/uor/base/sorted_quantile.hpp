// Quantiles of values that are sorted already.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace uor {

/// Between neighbours in a straight line: level 0 is the least value, 1 the greatest. Of one value or more, rising.
inline double sorted_quantile(const std::vector<double>& sorted, double level) {
  const double place = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace uor
