// 64-bit hashes of names, fixed for ever: random keys and golden files depend on them.
#pragma once

#include <cstdint>
#include <string_view>

namespace uor {

/// FNV-1a over the bytes of `text` (offset basis 14695981039346656037, prime 1099511628211; Fowler, Noll, Vo).
constexpr std::uint64_t hash_name(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit.
constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

/// Random key of one stream: mix(seed ^ mix(hash(trust) ^ mix(hash(driver)))).
constexpr std::uint64_t stream_key(std::uint64_t seed, std::string_view trust_code, std::string_view driver_id) {
  return mix_bits(seed ^ mix_bits(hash_name(trust_code) ^ mix_bits(hash_name(driver_id))));
}

}  // namespace uor
