// How much of some work's floating point arithmetic is done on vectors, counted instruction by instruction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace uor::lab {

/// Additions, multiplications, divisions, roots, minima and maxima of numbers; a fused multiply-add is two.
struct Operations {
  std::uint64_t packed = 0;  // done several at a time: a vector of 8 numbers counts 8
  std::uint64_t scalar = 0;  // done one at a time
  std::string unknown;       // why they could not be counted; empty when they were
};

/// What one x86-64 instruction adds to Operations; `code` begins it.
struct Arithmetic {
  unsigned operations = 0;  // 0: no floating point arithmetic
  bool packed = false;
};
Arithmetic arithmetic_of(const std::uint8_t* code);

/// Does `work` in a copy of this process (so none of its effects stay), one instruction at a time, which takes a
/// microsecond or two each, and counts. Call it while the process has one thread. Unknown on other processors than
/// x86-64, when the work fails, and when it takes more than `most` instructions.
Operations operations_of(const std::function<void()>& work, std::uint64_t most);

}  // namespace uor::lab
