// The host's own loops over trials, compiled once for each instruction set; every level gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace uor::tally {

/// Sums over eight lanes: trial t of a leaf is in lane t mod 8.
struct alignas(64) Lanes {
  double value[8], square[8], change[8], change_square[8];
};

/// Lowest and highest of some values, and whether all were numbers.
struct Extremes {
  double low, high;
  bool numbers;
};

/// A metric in some month: x, or (where far is not null and far[t] a number) near + share * (far - near). [count]
struct MetricView {
  const double* near;
  const double* far;
  double share;
};

/// What is published of a metric: known, and the trust's own fresher one, each with its price index (null: 1).
struct Publication {
  MetricView known, own;
  const double *index_known, *index_own;  // of the months that are shown
  const double *then_known, *then_own;    // of the months of the two values
  double fresh;                           // weight of the own one
};

/// One comparison of a sorting network: rows of a tile whose values change places where row `low` has the larger one.
struct Exchange {
  std::uint32_t low, high;
};
inline constexpr std::size_t tile_trials = 16;  // of a row; so the figures of all trusts stay in the first-level cache

struct Kernels {
  int level;  // 2, 3, 4: x86-64-v2, v3, v4
  /// Adds x - center and its square, and (unless base is null) x - base and its square to the lanes, says the extremes
  /// of x, and (unless bins is null) writes the bin of y = (x - center) * inverse, those of eight trials in any order.
  /// x, base, bins: [count]
  Extremes (*describe)(const double* x, const double* base, std::size_t count, double center, double inverse,
                       Lanes& lanes, std::uint16_t* bins);
  /// Adds x and its square, and (unless base is null) x - base and its square to the lanes. [count]
  void (*sum_up)(const double* x, const double* base, std::size_t count, Lanes& lanes);
  /// ++counts[bins[i]] for i < count.
  void (*count)(const std::uint16_t* bins, std::size_t count, std::uint16_t* counts);
  /// sum += x. [count], a multiple of 8
  void (*add)(const double* x, double* sum, std::size_t count);
  /// sum += x, then out = start * factor + sum. [count], a multiple of 8
  void (*go_on)(const double* x, double* sum, const double* start, double factor, double* out, std::size_t count);
  /// out = start * factor + sum, without start where factor is 0 and without sum where it is null. [count], a multiple
  /// of 8
  void (*combine)(const double* start, double factor, const double* sum, double* out, std::size_t count);
  /// out = blend(known / then_known, own / then_own) * blend(index_known, index_own), blend(a, b) = a + fresh * (b -
  /// a); without the prices where index_known is null. [count], a multiple of 8
  void (*publish)(const Publication& publication, double* out, std::size_t count);
  /// out = statistic * blend(index_known, index_own). [count], a multiple of 8
  void (*index)(double statistic, const double* index_known, const double* index_own, double fresh, double* out,
                std::size_t count);
  /// Whether low <= x <= high for all; false when some x is not a number. [count], a multiple of 8
  bool (*inside)(const double* x, std::size_t count, double low, double high);
  /// How many x are at least `threshold`. [count]
  std::size_t (*at_least)(const double* x, std::size_t count, double threshold);
  /// Does `exchange_count` exchanges, in order, in each of the tile_trials columns of tile[row][trial].
  void (*sort)(double* tile, const Exchange* exchanges, std::size_t exchange_count);
};

/// Those of the level that isa_level.hpp wants.
const Kernels& kernels();

/// All levels that this processor has, lowest first.
std::span<const Kernels* const> available_kernels();

}  // namespace uor::tally
