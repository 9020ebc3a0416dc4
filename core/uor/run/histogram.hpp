// Counts from which quantiles are read: integers, so that merging in any order gives the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/run/bins.hpp"

namespace uor::run {

/// Where the bins of one column lie: y = (x - center) / spread, binned by the bits of 1 + |y|. A bin is at most
/// 2^-bin_bits * (1 + |y|) * spread wide; that is the error bound of every quantile read from it.
struct Scale {
  double center = 0, spread = 1;
};

/// The median and the normal-consistent interquartile spread of a pilot sample; a spread of a constant column is tiny.
Scale scale_of(std::vector<double> pilot);

/// Bin of one value.
std::size_t bin_of(const Scale& scale, double value);

/// Quantiles at rising `levels`, interpolated linearly inside a bin and kept inside [minimum, maximum].
void quantiles_of(const Scale& scale, std::span<const std::uint32_t> counts, double minimum, double maximum,
                  std::span<const double> levels, double* quantiles);

}  // namespace uor::run
