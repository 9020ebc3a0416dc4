// Aligned columns of double: one block, rows of equal stride.
#pragma once

#include <cstddef>

#include "core/uor/base/zeroed.hpp"

namespace uor {

inline constexpr std::size_t lane_count = 8;

constexpr std::size_t round_up(std::size_t count, std::size_t multiple) {
  return (count + multiple - 1) / multiple * multiple;
}

/// `rows` columns of `length` doubles, each 64-byte aligned, zero-initialised. Shape [rows][stride], stride >= length,
/// and the next multiple of 8 of lengths below 64.
class Columns {
 public:
  Columns() = default;
  Columns(std::size_t rows, std::size_t length) : rows_(rows), stride_(stride_for(length)), data_(rows_ * stride_) {}

  std::size_t rows() const { return rows_; }
  std::size_t stride() const { return stride_; }
  double* row(std::size_t index) { return data_.data() + index * stride_; }
  const double* row(std::size_t index) const { return data_.data() + index * stride_; }

 private:
  /// Of columns of some length an odd number of cache lines, so that those that a loop reads together do not compete
  /// for the same few places of the cache; short ones follow each other closely.
  static std::size_t stride_for(std::size_t length) {
    const std::size_t lines = round_up(length, lane_count) / lane_count;
    return (lines < 8 ? lines : lines | 1) * lane_count;
  }

  std::size_t rows_ = 0;
  std::size_t stride_ = 0;
  Zeroed<double> data_;
};

}  // namespace uor
