#include "core/uor/sample/philox.hpp"

#include <cassert>

#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/philox_round.hpp"

namespace uor::sample {

Counter philox4x32(Counter counter, Key key) {
  philox_rounds(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
  return counter;
}

void draw_words(std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count,
                std::uint32_t* out) {
  assert(first_trial % 8 == 0 && count % 8 == 0);
  kernels().words(key, month, first_trial, count, out);
}

}  // namespace uor::sample
