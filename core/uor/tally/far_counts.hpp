// Counts of the values that lie further out than the bins of their column: binned as finely, but only where there are
// any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/tally/histogram.hpp"

namespace uor::tally {

/// Sparse, since few columns have such values: those that hardly vary but for some trials. Integers by bin, so that
/// merging in any order gives the same counts; as many bins as there are distances, however many the trials.
class FarCounts {
 public:
  /// Makes room for so many columns and for more bins than runs usually fill, so that add() need not allocate.
  void reserve(std::size_t columns);
  /// Counts those of values[0..count) that have a bin of their own distance, see reach_of().
  void add(std::size_t column, const double* values, std::size_t count, const Scale& scale);
  void merge(const FarCounts& other);
  /// Adds one bin's count.
  void put(std::size_t column, const FarBin& bin) {
    count_of(static_cast<std::uint32_t>(column), bin.reach) += bin.count;
  }
  /// Keeps the room.
  void clear();

  /// Of one column, by rising value.
  std::vector<FarBin> of(std::size_t column) const;

 private:
  // Indices of bins count from 1; 0 is none.
  struct Bin {
    std::uint32_t column = 0, next = 0;  // next: the bin of this column that came before
    FarBin far;
  };
  std::uint64_t& count_of(std::uint32_t column, std::int32_t reach);
  /// Where the slot of a bin is, or the empty one where it would be.
  std::uint32_t& slot_of(std::uint32_t column, std::int32_t reach);
  void widen(std::size_t slots);

  std::vector<Bin> bins_;
  std::vector<std::uint32_t> latest_;  // [column]
  std::vector<std::uint32_t> slots_;   // a hash table of bins, at most half full; a power of two
};

}  // namespace uor::tally
