// Sums and counts of one piece of trials, made by one thread; a Summariser adds them up in trial order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/base/zeroed.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/tally/far_counts.hpp"
#include "core/uor/tally/histogram.hpp"
#include "core/uor/tally/kernels.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Trials of one leaf: sums are taken over 8 lanes inside a leaf, leaves are added in trial order, so that a sum has
/// the same bits however trials are split into batches, pieces and threads.
inline constexpr std::size_t leaf_trials = 256;

/// Sums over one leaf (or over all) of one column: x - center, its square, side - baseline, its square.
struct Sums {
  double value = 0, square = 0, change = 0, change_square = 0;
  void add(const Sums& other) {
    value += other.value;
    square += other.square;
    change += other.change;
    change_square += other.change_square;
  }
};

/// Leaf sums of many columns over the consecutive trials of one piece.
class LeafSums {
 public:
  /// `trials` valid trials, `columns` columns. Reuses its memory.
  void start(std::size_t columns, std::size_t trials);
  /// Adds values[0..count) that begin at trial `offset` (a multiple of 8) of the piece; writes the bin of each on
  /// `scale` to bins[0..count), those of eight trials in any order. `baseline` and `bins` may be null.
  Extremes add(std::size_t column, const double* values, const double* baseline, const Scale& scale, std::size_t offset,
               std::size_t count, std::uint16_t* bins);
  /// The same of x itself, without bins and extremes.
  void add(std::size_t column, const double* values, const double* baseline, std::size_t offset, std::size_t count);
  std::size_t leaves() const { return (trials_ + leaf_trials - 1) / leaf_trials; }
  const Sums& leaf(std::size_t leaf, std::size_t column) const { return totals_[leaf * columns_ + column]; }

 private:
  /// take(done, part, lanes) for what each leaf has of values[0..count).
  template <typename Take>
  void by_leaf(std::size_t column, std::size_t offset, std::size_t count, Take take);

  std::size_t columns_ = 0, trials_ = 0;
  std::vector<Lanes> lanes_;  // [column]
  std::vector<Sums> totals_;  // [leaf][column]
};

/// Quantile counts and extremes of many columns over the trials of one thread, to be merged at the end.
class Distributions {
 public:
  void start(std::size_t columns);
  /// Tells the processor that add() of this column is near: most counts lie beyond the nearer caches.
  void fetch(std::size_t column) const;
  /// Adds values of one column by their bins on `scale`.
  void add(std::size_t column, const double* values, const std::uint16_t* bins, std::size_t count,
           const Extremes& found, const Scale& scale);
  /// Call after every batch that was added: moves counts on before they could overflow.
  void passed(std::size_t trials);
  /// Adds what other trials counted, in as many columns.
  void add(const Distributions& other);
  std::size_t columns() const { return minimum_.size(); }
  /// Of a column without values: `counts` go into its bins from `first` on. For what reads parts from bytes.
  void put(std::size_t column, double minimum, double maximum, std::size_t first, std::span<const std::uint32_t> counts,
           std::span<const FarBin> far);
  /// Of one column. [bin_count]
  std::vector<std::uint32_t> counts(std::size_t column) const;
  /// What the bins below and above all others hold of a column, by distance.
  std::vector<FarBin> far(std::size_t column) const { return far_.of(column); }
  double minimum(std::size_t column) const { return minimum_[column]; }
  double maximum(std::size_t column) const { return maximum_[column]; }

 private:
  friend class HeldCounts;  // moves them on between pieces
  void settle();
  /// Counts are narrow while they are fresh, so that those of all columns stay in a fast cache.
  Zeroed<std::uint16_t> fresh_;  // [column][bin]
  Zeroed<std::uint32_t>
      settled_;  // [column][bin]; empty until fresh ones could overflow, which they never do in most runs
  std::vector<double> minimum_, maximum_;
  FarCounts far_;
  std::size_t fresh_trials_ = 0;  // that fresh counts may hold
};

/// Everything one piece contributes to its trust's summary.
struct Tally {
  LeafSums sums;      // see Plan::sum_columns()
  LeafSums fit_sums;  // see Plan::range_column(); of those of the piece's trials that are below fit_range_trials
  std::vector<SideCounts> counts;          // [side]; of lhs and sobol points [block of the piece][side]
  std::vector<std::uint64_t> implausible;  // per quantity
};

}  // namespace uor::tally
