// Counts of the values that lie further out than the bins of their column: binned as finely, but only where there are
// any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/uor/run/histogram.hpp"

namespace uor::run {

/// Sparse, since few columns have such values: those that hardly vary but for some trials. Integers by bin, so that
/// merging in any order gives the same counts; as many bins as there are distances, however many the trials.
class FarCounts {
 public:
  /// Counts those of values[0..count) that have a bin of their own distance, see reach_of().
  void add(std::size_t column, const double* values, std::size_t count, const Scale& scale);
  void merge(const FarCounts& other);
  void clear() { columns_.clear(); }

  /// Of one column, by rising value.
  std::vector<FarBin> of(std::size_t column) const;

 private:
  using Column = std::unordered_map<std::int32_t, std::uint64_t>;  // by reach
  std::unordered_map<std::size_t, Column> columns_;
};

}  // namespace uor::run
