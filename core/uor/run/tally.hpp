// Sums and counts of one piece of trials, made by one thread, added up in trial order by the sink.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/uor/run/plan.hpp"
#include "core/uor/run/result.hpp"

namespace uor::run {

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
  /// Adds values[0..count) that begin at trial `offset` (a multiple of 8) of the piece. `baseline` may be null.
  void add(std::size_t column, const double* values, const double* baseline, double center, std::size_t offset,
           std::size_t count);
  std::size_t leaves() const { return (trials_ + leaf_trials - 1) / leaf_trials; }
  const Sums& leaf(std::size_t leaf, std::size_t column) const { return totals_[leaf * columns_ + column]; }

 private:
  struct Lanes {
    double value[8], square[8], change[8], change_square[8];
  };
  static void add_lanes(Lanes& lanes, const double* values, const double* baseline, double center, std::size_t count);
  static Sums total(const Lanes& lanes);

  std::size_t columns_ = 0, trials_ = 0;
  std::vector<Lanes> lanes_;  // [column]
  std::vector<Sums> totals_;  // [leaf][column]
};

/// Integer counts of one side.
struct SideCounts {
  std::vector<Counts4> rating_by_month;
  Counts4 rating{}, combined{}, quality{};
  std::array<Counts4, 5> kloe{};
  Migration migration{};
  std::vector<std::uint64_t> limiter_fired, characteristic_held;
  std::vector<Counts4> finance_score_by_month;

  void start(std::size_t months, std::size_t limiters, std::size_t characteristics);
  void add(const SideCounts& other);
};

/// Everything one piece contributes to its trust's summary.
struct Tally {
  LeafSums sums;  // columns: [side][summarised][month], then one latent a side
  std::vector<SideCounts> counts;
  std::vector<std::uint64_t> implausible;  // per quantity
};

}  // namespace uor::run
