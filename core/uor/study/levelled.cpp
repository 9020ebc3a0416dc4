#include "core/uor/study/levelled.hpp"

#include <algorithm>

namespace uor::study {

namespace {

/// The first place of a level, of so many.
std::size_t start_of(std::size_t level, std::size_t count) {
  return (level * count + Levelled::levels - 1) / Levelled::levels;
}

}  // namespace

Levelled::Levelled(Column column, const std::vector<std::uint32_t>& trials) : level_(trials.size()) {
  sorted_.reserve(trials.size());
  for (const std::uint32_t trial : trials) sorted_.push_back(column[trial]);
  std::vector<double> values = sorted_;
  std::sort(sorted_.begin(), sorted_.end());
  for (std::size_t place = 0; place < values.size(); ++place) {
    const auto first = std::lower_bound(sorted_.begin(), sorted_.end(), values[place]);
    const auto rank = static_cast<std::size_t>(first - sorted_.begin());
    level_[place] = static_cast<std::uint16_t>(rank * levels / sorted_.size());
  }
}

double Levelled::edge(std::size_t level) const {
  std::size_t place = std::min(start_of(level, sorted_.size()), sorted_.size() - 1);
  // Values that are equal share the level of the first of them.
  while (place > 0 && place < sorted_.size() && sorted_[place] == sorted_[place - 1]) ++place;
  if (place == 0) return sorted_.front();
  return place == sorted_.size() ? sorted_.back() : (sorted_[place - 1] + sorted_[place]) / 2;
}

}  // namespace uor::study
