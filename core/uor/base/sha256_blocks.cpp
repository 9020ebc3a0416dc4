#include "core/uor/base/sha256_blocks.hpp"

#include <array>
#include <bit>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace uor {

namespace {

using Word = std::uint32_t;

/// FIPS 180-4 section 4.2.2: first 32 bits of the fractional parts of the cube roots of the first 64 primes.
alignas(16) constexpr std::array<Word, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::array<Word, 64> schedule(const std::byte* block) {
  std::array<Word, 64> w{};
  for (std::size_t i = 0; i < 64; ++i) w[i / 4] = (w[i / 4] << 8) | std::to_integer<Word>(block[i]);
  for (std::size_t i = 16; i < 64; ++i) {
    const Word s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
    const Word s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  return w;
}

void fold_words(std::uint32_t* state, const std::byte* block) {
  const std::array<Word, 64> w = schedule(block);
  Word a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (std::size_t i = 0; i < 64; ++i) {
    const Word s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const Word t1 = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
    const Word s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const Word t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  const std::array<Word, 8> change = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += change[i];
}

}  // namespace

void sha256_by_words(std::uint32_t* state, const std::byte* blocks, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) fold_words(state, blocks + 64 * i);
}

#if defined(__x86_64__)

namespace {

constexpr unsigned sha_bit = 1U << 29;  // of leaf 7, EBX

#define UOR_SHA [[gnu::target("sha,sse4.1,ssse3")]]

/// The state as the instructions want it: words A, B, E, F and C, D, G, H, the first in the highest lane.
struct Halves {
  __m128i abef, cdgh;
};

UOR_SHA Halves read_state(const std::uint32_t* state) {
  const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state)), 0xB1);
  const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state + 4)), 0x1B);
  return {_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xF0)};
}

UOR_SHA void write_state(const Halves& halves, std::uint32_t* state) {
  const __m128i feba = _mm_shuffle_epi32(halves.abef, 0x1B), dchg = _mm_shuffle_epi32(halves.cdgh, 0xB1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state), _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

/// The next four words of the schedule, from the last sixteen.
UOR_SHA __m128i next_words(__m128i a, __m128i b, __m128i c, __m128i d) {
  return _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4)), d);
}

UOR_SHA Halves fold_block(const Halves& before, const std::byte* block) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i words[4];
  for (int i = 0; i < 4; ++i)
    words[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + i), big_endian);
  Halves now = before;
  for (int four = 0; four < 16; ++four) {
    const auto* constants = reinterpret_cast<const __m128i*>(round_constants.data()) + four;
    const __m128i added = _mm_add_epi32(words[four % 4], _mm_load_si128(constants));
    now.cdgh = _mm_sha256rnds2_epu32(now.cdgh, now.abef, added);
    now.abef = _mm_sha256rnds2_epu32(now.abef, now.cdgh, _mm_shuffle_epi32(added, 0x0E));
    words[four % 4] = next_words(words[four % 4], words[(four + 1) % 4], words[(four + 2) % 4], words[(four + 3) % 4]);
  }
  return {_mm_add_epi32(now.abef, before.abef), _mm_add_epi32(now.cdgh, before.cdgh)};
}

}  // namespace

bool has_sha256_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  const bool has_leaf = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0;
  return has_leaf && (b & sha_bit) != 0 && __builtin_cpu_supports("sse4.1") != 0;
}

UOR_SHA void sha256_by_instructions(std::uint32_t* state, const std::byte* blocks, std::size_t count) {
  Halves halves = read_state(state);
  for (std::size_t i = 0; i < count; ++i) halves = fold_block(halves, blocks + 64 * i);
  write_state(halves, state);
}

#else

bool has_sha256_instructions() { return false; }
void sha256_by_instructions(std::uint32_t*, const std::byte*, std::size_t) {}

#endif

}  // namespace uor
