// Counts from which quantiles are read: integers, so that merging in any order gives the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/tally/bins.hpp"

namespace uor::tally {

/// Where the bins of one column lie: y = (x - center) / spread, binned by the bits of 1 + |y|. A bin is at most
/// 2^-bin_bits * (1 + |y|) * spread wide; that is the error bound of every quantile read from it.
struct Scale {
  double center = 0, spread = 1;
  bool atom = false;  // half of the pilot or more is the center to the bit: then its bin is read as that value
};

/// The median of a pilot sample of the column, and half of its normal-consistent interquartile range: less
/// than the whole, so that the bound holds for the spread of all values, which a pilot of 128 knows to some 15 %. Where
/// half of the values and more are one, the spread is so small that the bins reach about as far as the pilot; of a
/// constant it is nothing beside the value. Values that are not finite do not count.
Scale scale_of(std::vector<double> pilot);

/// Bin of one value.
std::size_t bin_of(const Scale& scale, double value);

/// A bin beyond the outermost: of values whose 1 + |y| has the bits one_bits + (|reach| << dropped_bits) and more,
/// below the center where negative. A finite value whose y is not finite is in the furthest.
struct FarBin {
  std::int32_t reach = 0;
  std::uint64_t count = 0;
  bool operator==(const FarBin&) const = default;
};

/// The far bin of one value; 0 for a value that has one of bin_of()'s inner bins, and for one that is not finite.
std::int32_t reach_of(const Scale& scale, double value);

/// Whether some value from low to high has a far bin or is not finite.
bool reaches_far(const Scale& scale, double low, double high);

/// Quantiles at rising `levels` of the values that are finite, interpolated linearly inside a bin and kept inside
/// [minimum, maximum]. `counts` are [bin_count], `far` by rising reach.
void quantiles_of(const Scale& scale, std::span<const std::uint32_t> counts, std::span<const FarBin> far,
                  double minimum, double maximum, std::span<const double> levels, double* quantiles);

}  // namespace uor::tally
