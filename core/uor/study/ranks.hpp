// What only needs the order of a driver's draws: a check of first-order indices, and PAWN.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/study/column.hpp"

namespace uor::study {

/// Trials from the least draw to the largest; equal ones in their order.
std::vector<std::uint32_t> order_of(Column draws);

/// First-order index by the rank of the driver (Gamboa, Gremaud, Klein and Lagnoux 2022, after Chatterjee 2021): the
/// covariance of the output with that of the next larger draw. Noisier than series, but nothing is assumed of the
/// shape. `order` is that of the driver. The error holds for weak drivers and is too large for others. 0 of an output
/// that does not vary.
Figure rank_index(std::span<const std::uint32_t> order, Column output);

/// Of how the output's distribution differs where one driver is known (Pianosi and Wagener 2018): largest distances
/// between distribution functions, over classes of the driver with equally many trials each.
struct Pawn {
  double largest = 0, median = 0, mean = 0;
  double noise = 0;  // what the median comes to where the driver is inert
};

/// Places of an output's values, so that equal values share one: what PAWN needs of it, for any number of drivers.
class Levels {
 public:
  explicit Levels(Column output);
  static constexpr std::size_t count = 1024;  // distances are too small by at most a 1,024th
  std::uint16_t of(std::size_t trial) const { return level_[trial]; }
  /// Share of the trials at this level or below.
  double below(std::size_t level) const { return below_[level]; }
  std::size_t trials() const { return level_.size(); }

 private:
  std::vector<std::uint16_t> level_;
  std::vector<double> below_;
};

inline constexpr std::size_t pawn_classes = 16;

Pawn pawn(std::span<const std::uint32_t> order, const Levels& levels, std::size_t classes = pawn_classes);

}  // namespace uor::study
