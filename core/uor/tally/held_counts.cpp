#include "core/uor/tally/held_counts.hpp"

#include <algorithm>
#include <limits>

namespace uor::tally {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::uint32_t carry = 65'536;

/// Values too far out have bins of their own at the end.
std::size_t inner_bin(const Scale& scale, double value) {
  const std::size_t bin = bin_of(scale, value);
  if (bin < bin_below) return bin;
  return value < scale.center ? 0 : bin_below - 1;
}

}  // namespace

void HeldCounts::widen(Column& column, std::size_t first, std::size_t last) {
  const std::size_t begin = column.counts.empty() ? first : column.first;
  const std::size_t end = column.counts.empty() ? last + 1 : begin + column.counts.size();
  if (!column.counts.empty() && first >= begin && last < end) return;
  const std::size_t new_begin = std::min(first, begin), new_end = std::max(last + 1, end);
  std::vector<std::uint16_t> wider(new_end - new_begin);  // exactly as many: there are very many columns
  std::copy(column.counts.begin(), column.counts.end(), wider.begin() + static_cast<long>(begin - new_begin));
  column.counts = std::move(wider);
  column.first = static_cast<std::uint16_t>(new_begin);
}

void HeldCounts::move_inner(Column& column, const Scale& scale, std::uint16_t* counts) {
  const std::size_t first = inner_bin(scale, column.minimum), last = inner_bin(scale, column.maximum);
  widen(column, first, last);
  std::uint16_t* held = column.counts.data() + (first - column.first);
  const std::uint16_t* added = counts + first;
  const std::size_t bins = last + 1 - first;
  int wrapped = 0;
  for (std::size_t i = 0; i < bins; ++i) {
    held[i] = static_cast<std::uint16_t>(held[i] + added[i]);
    wrapped |= held[i] < added[i] ? 1 : 0;
  }
  for (std::size_t i = 0; wrapped != 0 && i < bins; ++i) {
    if (held[i] < added[i]) column.carried.push_back(static_cast<std::uint16_t>(first + i));
  }
  std::fill_n(counts + first, bins, std::uint16_t{0});
}

void HeldCounts::take(Distributions& piece, const std::vector<Scale>& scales) {
  if (columns_.empty()) columns_.assign(piece.minimum_.size(), {infinity, -infinity, {}, 0, {}, {}});
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    Column& column = columns_[c];
    std::uint16_t* counts = piece.fresh_.data() + c * bin_count;
    for (std::size_t i = 0; i < tail; ++i) {
      column.tails[i] += counts[inner_bins + i];
      counts[inner_bins + i] = 0;
    }
    if (!(piece.minimum_[c] <= piece.maximum_[c])) continue;  // nothing counted
    column.minimum = std::min(column.minimum, piece.minimum_[c]);
    column.maximum = std::max(column.maximum, piece.maximum_[c]);
    move_inner(column, scales[c], counts);
    piece.minimum_[c] = infinity;
    piece.maximum_[c] = -infinity;
  }
  far_.merge(piece.far_);
  piece.far_.clear();
  piece.fresh_trials_ = 0;
}

Distributions HeldCounts::all() const {
  Distributions all;
  all.start(columns_.size());
  all.settled_.start(columns_.size() * bin_count);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const Column& column = columns_[c];
    std::uint32_t* counts = all.settled_.data() + c * bin_count;
    std::copy(column.counts.begin(), column.counts.end(), counts + column.first);
    for (const std::uint16_t bin : column.carried) counts[bin] += carry;
    std::copy(column.tails.begin(), column.tails.end(), counts + inner_bins);
    all.minimum_[c] = column.minimum;
    all.maximum_[c] = column.maximum;
  }
  all.far_ = far_;
  return all;
}

}  // namespace uor::tally
