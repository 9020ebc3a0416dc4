// National quartiles and peer medians of one group of trials, made from the trusts of the run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/run/quartiles.hpp"

namespace uor::run {

/// Filled in two steps for each group: published() for every trust and month, then compare() for every column and
/// month; after that fill() serves any number of threads. Steps of different trusts, columns and months touch different
/// memory. Memory: [column][month][trust][trial] doubles of published figures.
class MovingBenchmarks {
 public:
  /// `peers`: [trust] -> other trusts of the run that are its peers, as positions; fewer than half of a trust's peers
  /// are given as none, and the median of all trusts serves. `trials` is the size of a group.
  MovingBenchmarks(const model::Plan& plan, std::vector<std::vector<std::size_t>> peers, std::size_t trials);

  std::size_t columns() const { return plan_.moving->columns.size(); }

  /// Trials first_trial .. are next; all of the group before is forgotten.
  void start(std::uint64_t first_trial) { first_trial_ = first_trial; }

  /// Where a trust's published figures of a column go; trials from the group's first on.
  double* published(std::size_t column, int month, std::size_t trust) {
    return published_.row(published_row(column, month, trust));
  }

  /// Quartiles over all trusts of one column and month, for the first `count` trials of the group.
  void compare(std::size_t column, int month, std::size_t count, Columns& tile);
  Columns tile() const { return national_.tile(); }

  /// What benchmark.<metric>.<statistic> is for a trust on a side: out[trial] from `first_trial` on. `metric` is into
  /// Plan::published, `statistic` lower, median, upper, peer. `tile` is from tile().
  void fill(std::size_t trust, std::size_t side, std::size_t metric, std::size_t statistic, int month,
            std::uint64_t first_trial, std::size_t count, double* out, Columns& tile) const;

 private:
  std::size_t month_row(std::size_t column, int month) const {
    return column * static_cast<std::size_t>(plan_.months) + static_cast<std::size_t>(month - 1);
  }
  std::size_t published_row(std::size_t column, int month, std::size_t trust) const {
    return month_row(column, month) * peers_.size() + trust;
  }

  const model::Plan& plan_;
  std::vector<std::vector<std::size_t>> peers_;
  Quantiles national_;
  std::vector<Quantiles> peer_median_;  // [number of peers - 1]
  Columns published_;                   // [column][month][trust]
  Columns quartiles_;                   // [column][month][lower, median, upper]
  std::uint64_t first_trial_ = 0;
};

}  // namespace uor::run
