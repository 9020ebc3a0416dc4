// Eight doubles side by side, in vectors as wide as the level of compilation has; the same bits at every level. Only
// for sources that are compiled by level: all is inlined always.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define UOR_LANES_INLINE [[gnu::always_inline]] inline

namespace uor::lanes {

inline constexpr std::size_t pack_size = UOR_LEVEL >= 4 ? 8 : UOR_LEVEL == 3 ? 4 : 2;
inline constexpr std::size_t packs = 8 / pack_size;  // in eight lanes

using Pack [[gnu::vector_size(8 * pack_size)]] = double;
using Bits [[gnu::vector_size(8 * pack_size)]] = std::int64_t;
using Words [[gnu::vector_size(8 * pack_size)]] = std::uint64_t;
using Halves [[gnu::vector_size(4 * pack_size)]] = std::uint32_t;
using Eight [[gnu::vector_size(32)]] = std::int32_t;
using EightShorts [[gnu::vector_size(16)]] = std::uint16_t;

UOR_LANES_INLINE Pack load(const double* from) {
  Pack pack;
  __builtin_memcpy(&pack, from, sizeof pack);
  return pack;
}

UOR_LANES_INLINE void store(Pack pack, double* to) { __builtin_memcpy(to, &pack, sizeof pack); }

UOR_LANES_INLINE Bits bits_of(Pack pack) {
  Bits bits;
  __builtin_memcpy(&bits, &pack, sizeof bits);
  return bits;
}

UOR_LANES_INLINE Pack pack_of(Bits bits) {
  Pack pack;
  __builtin_memcpy(&pack, &bits, sizeof pack);
  return pack;
}

UOR_LANES_INLINE Pack absolute(Pack pack) { return pack_of(bits_of(pack) & 0x7FFFFFFFFFFFFFFFLL); }

/// a * b of unsigned 32-bit numbers in the low halves of 64-bit lanes; the high halves are ignored.
UOR_LANES_INLINE Words multiplied(Words a, Words b) {
#if UOR_LEVEL >= 4
  return (Words)_mm512_maskz_mul_epu32(0xFF, (__m512i)a, (__m512i)b);
#elif UOR_LEVEL == 3
  return (Words)_mm256_mul_epu32((__m256i)a, (__m256i)b);
#elif defined(__x86_64__)
  return (Words)_mm_mul_epu32((__m128i)a, (__m128i)b);
#else
  return (a & 0xFFFFFFFFu) * (b & 0xFFFFFFFFu);
#endif
}

/// The low halves of the lanes, to[0..pack_size).
UOR_LANES_INLINE void store_low(Words words, std::uint32_t* to) {
  const Halves halves = __builtin_convertvector(words, Halves);
  __builtin_memcpy(to, &halves, sizeof halves);
}

/// The low halves of eight lanes, in an order that is the same for all of them but each level's own.
UOR_LANES_INLINE Eight low_halves(const Bits (&bits)[packs]) {
#if UOR_LEVEL >= 4
  return __builtin_convertvector(bits[0], Eight);
#elif UOR_LEVEL == 3
  return __builtin_shufflevector(reinterpret_cast<Eight>(bits[0]), reinterpret_cast<Eight>(bits[1]), 0, 2, 8, 10, 4, 6,
                                 12, 14);
#else
  Eight eight;
  for (std::size_t i = 0; i < 8; ++i) eight[i] = static_cast<std::int32_t>(bits[i / 2][i % 2]);
  return eight;
#endif
}

/// True in some lane of a comparison's result.
UOR_LANES_INLINE bool any(Bits mask) {
  std::int64_t some = 0;
  for (std::size_t lane = 0; lane < pack_size; ++lane) some |= mask[lane];
  return some != 0;
}

}  // namespace uor::lanes
