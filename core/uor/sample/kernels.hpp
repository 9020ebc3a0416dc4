// The loops over trials, compiled once for each instruction set; every level gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace uor::sample {

/// How one distribution maps z, with all that can be computed beforehand.
struct MapPlan {
  enum class Form {
    constant,     // k[0]
    linear,       // k[0] + k[1] z
    exponential,  // k[0] e^(k[1] z)
    uniform,      // k[0] + k[1] u
    triangular,   // left of u = k[2]: k[0] + sqrt(u k[3]); right: k[1] - sqrt((1 - u) k[4])
    split,        // k[0] + (z < 0 ? k[1] : k[2]) z
    table,        // k[0] + k[1] x, x from `values`: quintics over equal intervals of z, all c0, then all c1, ...
    steps,        // values[number of thresholds <= z]
    ordered,      // type 7 quantile of `values` at u
  };
  Form form = Form::constant;
  double k[5] = {};
  const double* values = nullptr;
  const double* thresholds = nullptr;
  std::size_t size = 0;  // table: intervals; steps: thresholds; ordered: values

  /// Truncation: the tails of F at the bounds, between which those of z are mixed; then the bounds themselves, against
  /// rounding in the last place.
  bool truncated = false;
  double lower_tails[2] = {};  // F(a), F(b)
  double upper_tails[2] = {};  // 1 - F(a), 1 - F(b)
  double bounds[2] = {};
};

/// |z| at which tables end; P(|Z| > 9) < 3e-19, where the end's value is used.
inline constexpr double table_reach = 9.0;
inline constexpr double table_steps_per_unit = 16.0;
inline constexpr std::size_t table_intervals = 288;  // 2 reach x steps_per_unit

/// A part of one block of Sobol points in one dimension; see points.hpp.
struct SobolBlock {
  std::uint32_t round_keys[6];      // of the order of its points
  std::uint32_t scramble[2];        // the second is odd
  const std::uint32_t* directions;  // reversed bits, at least 8
  std::uint32_t start;              // what the bits of the block's number give, reversed
};

struct Kernels {
  int level;  // 2, 3, 4: x86-64-v2, v3, v4
  /// As draw_words in philox.hpp.
  void (*words)(std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count,
                std::uint32_t* out);
  /// z[i] = normal_quantile(uniform_of(words[i])), any count.
  void (*normals)(const std::uint32_t* words, double* z, std::size_t count);
  /// out[i] = a x[i] + b y[i]; out may be x or y.
  void (*combine)(double* out, double a, const double* x, double b, const double* y, std::size_t count);
  /// out[i] = the plan's value at z[i]; out may be z.
  void (*map)(const MapPlan& plan, const double* z, double* out, std::size_t count);
  /// out[i] = the density of BetaTail, relative to e^peak, at logit[i].
  void (*beta_density)(double alpha, double beta, double peak, const double* logit, double* out, std::size_t count);
  /// Latin hypercube: the top 8 bits of each word become the stratum of its place in the block, place + i; the others
  /// move down.
  void (*stratify)(const std::uint32_t* round_keys, std::uint32_t place, std::size_t count, std::uint32_t* words);
  /// Words of Sobol points of places place + i.
  void (*sobol)(const SobolBlock& block, std::uint32_t place, std::size_t count, std::uint32_t* words);
};

/// The highest level that this processor has, or a lower one when UOR_ISA=2|3|4 asks for it.
const Kernels& kernels();

/// All levels that this processor has, lowest first.
std::span<const Kernels* const> available_kernels();

}  // namespace uor::sample
