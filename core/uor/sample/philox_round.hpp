// The ten rounds of Philox 4x32-10 on one block in four variables, written so that a loop over blocks vectorises.
#pragma once

#include <cstdint>

namespace uor::sample {

/// Multipliers and key increments (Weyl constants): Salmon, Moraes, Dror, Shaw, Parallel Random Numbers: As Easy as
/// 1, 2, 3, SC11 (2011), table 2 and section 4.3.
inline constexpr std::uint32_t philox_multiplier_0 = 0xD2511F53u, philox_multiplier_1 = 0xCD9E8D57u;
inline constexpr std::uint32_t philox_weyl_0 = 0x9E3779B9u, philox_weyl_1 = 0xBB67AE85u;

[[gnu::always_inline]] inline void philox_rounds(std::uint32_t& c0, std::uint32_t& c1, std::uint32_t& c2,
                                                 std::uint32_t& c3, std::uint32_t k0, std::uint32_t k1) {
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{philox_multiplier_0} * c0, p1 = std::uint64_t{philox_multiplier_1} * c2;
    c0 = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(p1);
    c2 = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(p0);
    k0 += philox_weyl_0;
    k1 += philox_weyl_1;
  }
}

}  // namespace uor::sample
