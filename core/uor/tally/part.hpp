// What a range of trials of one trust comes to: parts of a run can be made anywhere and are added up in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/tally/tally.hpp"

namespace uor::tally {

/// Sums are added leaf by leaf inside a chunk, and chunks in trial order: a run has the same bits from any parts that
/// are cut at multiples of this.
inline constexpr std::uint64_t chunk_trials = 65'536;

/// Trials first .. first + count - 1 of one trust; `first` is a multiple of chunk_trials.
struct TrialRange {
  std::size_t trust = 0;
  std::uint64_t first = 0, count = 0;
  std::uint64_t end() const { return first + count; }
  bool operator==(const TrialRange&) const = default;
};

/// Of one column in one replicate: the sums of Sums::value and Sums::change.
struct ReplicateSums {
  double value = 0, change = 0;
  bool operator==(const ReplicateSums&) const = default;
};

/// Sums over some trials, by Plan::sum_columns().
struct ChunkSums {
  std::vector<Sums> sums;                 // [column]
  std::vector<ReplicateSums> replicates;  // [replicate][column]; empty with random points
  void add(const ChunkSums& next);
};

/// How many rows the arrays of a part have.
struct PartShape {
  std::size_t columns = 0, replicates = 0, sides = 0, months = 0, limiters = 0, characteristics = 0, quantities = 0,
              kloes = 0, scores_beside = 0, fit_sums = 0;
};

/// The sum of a run's parts in order is the run, bit for bit.
struct Part {
  TrialRange range;
  std::vector<ChunkSums> chunks;   // in trial order; of a part from trial 0 on, the last beside the sum of all others
  std::vector<SideCounts> counts;  // [side]
  std::vector<SideCounts> replicates;      // [replicate][side]; empty with random points
  std::vector<std::uint64_t> implausible;  // [quantity]
  std::vector<double> fit_sums;            // sums of Plan::range_column() over the run's first trials
  Distributions distributions;             // without columns where nothing is summarised

  Part() = default;
  /// Without trials yet.
  Part(const PartShape& shape, std::size_t trust, std::uint64_t first);

  /// Adds the next `trials` trials; of lhs and sobol points from the begin of a block on.
  void add(const Tally& tally, std::uint64_t trials);
  /// Adds what follows. Error (Fault::run) when `next` is of another trust or shape, does not begin where this part
  /// ends, or not at a multiple of chunk_trials.
  void add(const Part& next);
  /// Of all trials.
  ChunkSums total() const;

 private:
  void take(ChunkSums chunk);
  void add_leaf(const LeafSums& sums, std::size_t leaf, std::uint64_t trial);
  void require_next(const Part& next) const;
};

/// Of a plan.
PartShape part_shape(const model::Plan& plan, Points points);

}  // namespace uor::tally
