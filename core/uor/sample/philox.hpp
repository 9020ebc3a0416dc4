// Philox 4x32-10 (Salmon, Moraes, Dror, Shaw 2011), and the counter layout of every random number in uor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace uor::sample {

using Counter = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

/// Ten rounds; known answers in tests/core/sample/philox_test.cpp.
Counter philox4x32(Counter counter, Key key);

/// Month of draws that are made once a run.
inline constexpr std::uint32_t run_month = 0xFFFFFFFFu;

/// Words of trials first_trial .. first_trial + count - 1 of one stream and month, into out[count].
/// first_trial and count are multiples of 8. Trial t is word floor(t / 8) mod 4 of block 8 * floor(t / 32) + t mod 8;
/// the counter is (block low, block high, month, 0) and the key is low, high half of `key`.
void draw_words(std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count,
                std::uint32_t* out);

/// u = (word + 0.5) / 2^32, strictly inside (0, 1).
constexpr double uniform_of(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

}  // namespace uor::sample
