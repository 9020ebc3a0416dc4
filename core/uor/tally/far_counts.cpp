#include "core/uor/tally/far_counts.hpp"

#include <algorithm>

namespace uor::tally {

void FarCounts::reserve(std::size_t columns) {
  constexpr std::size_t usual = 4096;
  bins_.reserve(usual);
  latest_.resize(std::max(latest_.size(), columns));
  if (slots_.size() < 2 * usual) widen(2 * usual);
}

void FarCounts::add(std::size_t column, const double* values, std::size_t count, const Scale& scale) {
  for (std::size_t i = 0; i < count; ++i) {
    if (const std::int32_t reach = reach_of(scale, values[i]); reach != 0)
      ++count_of(static_cast<std::uint32_t>(column), reach);
  }
}

void FarCounts::merge(const FarCounts& other) {
  for (const Bin& bin : other.bins_) count_of(bin.column, bin.far.reach) += bin.far.count;
}

void FarCounts::clear() {
  if (bins_.empty()) return;
  bins_.clear();
  std::fill(latest_.begin(), latest_.end(), 0);
  std::fill(slots_.begin(), slots_.end(), 0);
}

std::vector<FarBin> FarCounts::of(std::size_t column) const {
  std::vector<FarBin> bins;
  if (column >= latest_.size()) return bins;
  for (std::uint32_t at = latest_[column]; at != 0; at = bins_[at - 1].next) bins.push_back(bins_[at - 1].far);
  std::sort(bins.begin(), bins.end(), [](const FarBin& a, const FarBin& b) { return a.reach < b.reach; });
  return bins;
}

std::uint64_t& FarCounts::count_of(std::uint32_t column, std::int32_t reach) {
  if (2 * (bins_.size() + 1) > slots_.size()) widen(std::max<std::size_t>(64, 2 * slots_.size()));
  std::uint32_t& slot = slot_of(column, reach);
  if (slot == 0) {
    if (column >= latest_.size()) latest_.resize(column + std::size_t{1});
    bins_.push_back({column, latest_[column], {reach, 0}});
    slot = latest_[column] = static_cast<std::uint32_t>(bins_.size());
  }
  return bins_[slot - 1].far.count;
}

std::uint32_t& FarCounts::slot_of(std::uint32_t column, std::int32_t reach) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;  // Fibonacci hashing: the upper bits of the product are mixed
  const std::uint64_t key = std::uint64_t{column} << 32 | static_cast<std::uint32_t>(reach);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key * golden >> 32 & mask;; at = (at + 1) & mask) {
    std::uint32_t& slot = slots_[at];
    if (slot == 0 || (bins_[slot - 1].column == column && bins_[slot - 1].far.reach == reach)) return slot;
  }
}

void FarCounts::widen(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::size_t i = 0; i < bins_.size(); ++i)
    slot_of(bins_[i].column, bins_[i].far.reach) = static_cast<std::uint32_t>(i + 1);
}

}  // namespace uor::tally
