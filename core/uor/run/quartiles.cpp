#include "core/uor/run/quartiles.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace uor::run {

Quantiles::Quantiles(std::size_t lines, const std::vector<double>& levels) : lines_(lines) {
  assert(lines > 0);
  sort_all();
  for (const double level : levels) {
    const double rank = static_cast<double>(lines - 1) * level;
    const auto below = static_cast<std::size_t>(rank);
    levels_.push_back({below, std::min(below + 1, lines - 1), rank - static_cast<double>(below)});
  }
  keep_needed();
}

void Quantiles::sort_all() {
  for (std::size_t p = 1; p < lines_; p *= 2) {
    for (std::size_t k = p; k >= 1; k /= 2) {
      for (std::size_t i = k % p; i + k < lines_; ++i) {
        const bool in_pair = (i - k % p) % (2 * k) < k && i / (2 * p) == (i + k) / (2 * p);
        if (in_pair) network_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + k)});
      }
    }
  }
}

void Quantiles::keep_needed() {
  std::vector<bool> needed(lines_, false);
  for (const Level& level : levels_) needed[level.below] = needed[level.above] = true;
  std::vector<tally::Exchange> kept;
  for (auto exchange = network_.rbegin(); exchange != network_.rend(); ++exchange) {
    if (!needed[exchange->low] && !needed[exchange->high]) continue;
    needed[exchange->low] = needed[exchange->high] = true;
    kept.push_back(*exchange);
  }
  network_.assign(kept.rbegin(), kept.rend());
}

void Quantiles::compute(std::span<const double* const> lines, std::size_t count, std::span<double* const> out,
                        Columns& tile) const {
  assert(lines.size() == lines_ && out.size() == levels_.size());
  assert(tile.stride() == tally::tile_trials);  // as the sorting kernel takes it
  for (std::size_t first = 0; first < count; first += tally::tile_trials) {
    const std::size_t part = std::min(tally::tile_trials, count - first);
    for (std::size_t line = 0; line < lines_; ++line) std::copy_n(lines[line] + first, part, tile.row(line));
    tally::kernels().sort(tile.row(0), network_.data(), network_.size());
    for (std::size_t l = 0; l < levels_.size(); ++l) {
      const double* below = tile.row(levels_[l].below);
      const double* above = tile.row(levels_[l].above);
      for (std::size_t t = 0; t < part; ++t) out[l][first + t] = below[t] + levels_[l].share * (above[t] - below[t]);
    }
  }
}

}  // namespace uor::run
