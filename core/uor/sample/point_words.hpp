// The loops over trials that make words of Latin hypercube and Sobol points; see points.hpp for what they mean.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/uor/base/elementary.hpp"
#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

/// A permutation of 0..255: six Feistel rounds on two halves of four bits, in each of which one half, plus the round's
/// key, is hashed (a multiplication either side of a shift) and its top four bits change the other.
UOR_ALWAYS_INLINE std::uint32_t permuted(std::uint32_t place, const std::uint32_t* round_keys) {
  std::uint32_t left = place >> 4, right = place & 15u;
#pragma GCC unroll 6
  for (int round = 0; round < 6; ++round) {
    std::uint32_t hash = (right + round_keys[round]) * 0xCC9E2D51u;
    hash ^= hash >> 15;
    hash *= 0x1B873593u;
    const std::uint32_t next = left ^ (hash >> 28);
    left = right;
    right = next;
  }
  return left << 4 | right;
}

UOR_ALWAYS_INLINE std::uint32_t reversed(std::uint32_t x) {
  x = (x >> 1 & 0x55555555u) | (x & 0x55555555u) << 1;
  x = (x >> 2 & 0x33333333u) | (x & 0x33333333u) << 2;
  x = (x >> 4 & 0x0F0F0F0Fu) | (x & 0x0F0F0F0Fu) << 4;
  x = (x >> 8 & 0x00FF00FFu) | (x & 0x00FF00FFu) << 8;
  return x >> 16 | x << 16;
}

UOR_ALWAYS_INLINE void stratify_words(const std::uint32_t* round_keys, std::uint32_t place, std::size_t count,
                                      std::uint32_t* words) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    words[i] = permuted(place + static_cast<std::uint32_t>(i), round_keys) << 24 | words[i] >> 8;
  }
}

UOR_ALWAYS_INLINE void sobol_words(const SobolBlock& block, std::uint32_t place, std::size_t count,
                                   std::uint32_t* words) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t index = permuted(place + static_cast<std::uint32_t>(i), block.round_keys);
    std::uint32_t x = block.start;
#pragma GCC unroll 8
    for (int bit = 0; bit < 8; ++bit) x ^= block.directions[bit] & (0u - (index >> bit & 1u));
    // Owen's scrambling as a hash: seen from the other end, each step changes a bit by lower bits alone.
    x ^= x * 0x3D20ADEAu;
    x += block.scramble[0];
    x *= block.scramble[1];
    x ^= x * 0x05526C56u;
    x ^= x * 0x53A22864u;
    words[i] = reversed(x);
  }
}

}  // namespace uor::sample
