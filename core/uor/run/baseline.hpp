// The baseline's columns that other sides read, so that a run of one more side need not make them again.
#pragma once

#include <cstddef>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/model/model.hpp"
#include "core/uor/tally/part.hpp"

namespace uor::run {

/// What is read of the baseline when other sides are run, graded and tallied. [quantity]
struct ReadOfBaseline {
  std::vector<bool> each_month;   // by nodes and ratings
  std::vector<bool> when_summed;  // in months that are summarised
};
ReadOfBaseline read_of_baseline(const model::Plan& plan);

/// Of trials of one trust: filled by a run of the sides that it is made for, and read by later runs of sides that reach
/// no further. Memory: 8 bytes a trial, month (month 0 too) and column. Threads fill different trials.
class Baseline {
 public:
  /// Error where there can be none, or none is of use. Moving benchmarks: the baseline is compared with those of all
  /// trusts. A rating on the outturn: sides have nothing of their own there. Sides whose draws are correlated with the
  /// baseline's make those others; sides with other schemes start from what a driver was before the trust's own.
  Baseline(const model::Sides& sides, const tally::TrialRange& range);

  const tally::TrialRange& range() const { return range_; }
  const std::vector<std::size_t>& quantities() const { return quantities_; }
  std::size_t bytes() const { return values_.rows() * values_.stride() * sizeof(double); }

  /// Whether it has all that a run of these sides and trials needs; false for sides of another model.
  bool serves(const model::Sides& sides, const tally::TrialRange& range) const;

  /// Of the quantity at this place, in a month from 0 on, from trial `first` on.
  double* column(std::size_t place, int month, std::uint64_t first) {
    return values_.row(row(place, month)) + (first - range_.first);
  }
  const double* column(std::size_t place, int month, std::uint64_t first) const {
    return values_.row(row(place, month)) + (first - range_.first);
  }

 private:
  std::size_t row(std::size_t place, int month) const {
    return static_cast<std::size_t>(month) * quantities_.size() + place;
  }
  model::Sides sides_;  // keeps its model alive
  tally::TrialRange range_;
  std::vector<std::size_t> quantities_;  // rising
  Columns values_;                       // [month][quantity]
};

}  // namespace uor::run
