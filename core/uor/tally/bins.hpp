// The bins of a histogram of one column, and which one a value falls in: by the bits of 1 + |y|, y = (x - center) /
// spread. Constants only, so that sources compiled by level may include it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace uor::tally {

inline constexpr int bin_bits = 6;
inline constexpr std::size_t octaves = 10;
inline constexpr std::size_t bins_per_side = octaves << bin_bits;
inline constexpr std::size_t bin_count = 2 * bins_per_side + 3;  // negative, positive; below, above, not finite

inline constexpr std::size_t bin_below = 2 * bins_per_side, bin_above = bin_below + 1, bin_not_finite = bin_below + 2;

inline constexpr std::int64_t one_bits = 0x3FF0000000000000LL;  // of 1.0
inline constexpr std::int64_t infinity_bits = 0x7FF0000000000000LL;
inline constexpr int dropped_bits = 52 - bin_bits;
inline constexpr std::int64_t finite_steps = (infinity_bits - one_bits) >> dropped_bits;

}  // namespace uor::tally
