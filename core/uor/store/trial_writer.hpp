// Gathers a trust's trials until they fill a chunk, so that each chunk is written once, whole.
#pragma once

#include <H5Cpp.h>

#include <cstddef>
#include <vector>

#include "core/uor/store/labelled_group.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

template <typename Value>
class TrialWriter {
 public:
  /// Creates the array in `group`, whose axes exist. Ratings (uint8) are deflated, doubles are not: they would not
  /// shrink.
  TrialWriter(LabelledGroup& group, const TrialArray<Value>& array, const model::Header& header);

  /// Takes the block's values [row][count]. A new trust's first block writes out what is left of the one before.
  /// std::logic_error when a block has the wrong size or does not follow the one before.
  void add(const tally::Block& block);

  /// Writes out what is left of the trust.
  void flush();

 private:
  void check(const tally::Block& block, std::size_t values) const;
  void write();

  std::string name_;
  std::vector<Value> tally::Block::*values_;
  TrialShape shape_;
  Array array_;
  std::vector<Value> buffer_;  // [row][chunk trial]
  std::size_t trust_ = 0;
  std::size_t first_trial_ = 0;  // of the buffer
  std::size_t filled_ = 0;       // trials in the buffer
};

extern template class TrialWriter<std::uint8_t>;
extern template class TrialWriter<double>;

}  // namespace uor::store
