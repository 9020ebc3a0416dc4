// Quantiles across trusts in every trial at once: a sorting network whose lines are trusts and whose values are trials.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/tally/kernels.hpp"

namespace uor::run {

/// Quantiles over `lines` values at some levels, for many trials side by side. With the sorted values x_0 .. x_{n-1} a
/// level p gives x_k + (h - k) (x_{k+1} - x_k), h = (n - 1) p, k = floor(h): linear between order statistics, NumPy's
/// default (Hyndman and Fan 1996, definition 7). The median of an even number is so the middle of the two in the
/// middle. Sorting takes comparisons and nothing else, so that the order of the lines changes no bit.
///
/// The network is Batcher's merge exchange for any number of lines (Knuth 5.2.2, algorithm M), without the comparisons
/// that none of the levels needs. Immutable, shared by threads; each gives its own tile.
class Quantiles {
 public:
  /// At least one line; levels in 0..1.
  Quantiles(std::size_t lines, const std::vector<double>& levels);

  /// Memory for compute(), kept by the caller so that nothing is allocated a call.
  Columns tile() const { return {lines_, tally::tile_trials}; }

  /// out[level][trial] over lines[line][trial], trials 0 .. count - 1. Values must not be NaN; `tile` from tile().
  void compute(std::span<const double* const> lines, std::size_t count, std::span<double* const> out,
               Columns& tile) const;

  std::size_t comparisons() const { return network_.size(); }

 private:
  struct Level {
    std::size_t below, above;  // lines of the sorted values that surround it
    double share;              // of the way from one to the other
  };
  void sort_all();
  void keep_needed();

  std::size_t lines_;
  std::vector<tally::Exchange> network_;
  std::vector<Level> levels_;
};

}  // namespace uor::run
