#include "core/uor/study/column.hpp"

#include <cmath>

namespace uor::study {

Figure mean_of(Column column) {
  if (column.empty()) return {};
  const double first = column.front(), count = static_cast<double>(column.size());
  double sum = 0, square = 0;
  for (const double x : column) {
    sum += x - first;
    square += (x - first) * (x - first);
  }
  const double mean = sum / count;
  const double spread = std::fmax(0.0, square / count - mean * mean);
  return {first + mean, count > 1 ? std::sqrt(spread / (count - 1)) : 0.0};
}

double variance_of(Column column) {
  const double mean = mean_of(column).value;
  double square = 0;
  for (const double x : column) square += (x - mean) * (x - mean);
  return column.empty() ? 0.0 : square / static_cast<double>(column.size());
}

}  // namespace uor::study
