#include "core/uor/run/far_counts.hpp"

#include <algorithm>

namespace uor::run {

void FarCounts::add(std::size_t column, const double* values, std::size_t count, const Scale& scale) {
  Column& counts = columns_[column];
  for (std::size_t i = 0; i < count; ++i) {
    if (const std::int32_t reach = reach_of(scale, values[i]); reach != 0) ++counts[reach];
  }
}

void FarCounts::merge(const FarCounts& other) {
  for (const auto& [column, counts] : other.columns_) {
    Column& mine = columns_[column];
    for (const auto& [reach, count] : counts) mine[reach] += count;
  }
}

std::vector<FarBin> FarCounts::of(std::size_t column) const {
  std::vector<FarBin> bins;
  const auto found = columns_.find(column);
  if (found == columns_.end()) return bins;
  for (const auto& [reach, count] : found->second) bins.push_back({reach, count});
  std::sort(bins.begin(), bins.end(), [](const FarBin& a, const FarBin& b) { return a.reach < b.reach; });
  return bins;
}

}  // namespace uor::run
