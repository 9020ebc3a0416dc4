// exp, log, the normal distribution and its inverse on one double, from IEEE additions, multiplications, divisions and
// square roots only: no libm, no branch, always inlined. So a loop over them vectorises, and gives the same bits at any
// vector width, with any compiler (with -ffp-contract=off) and as a single call.
#pragma once

#include <cstdint>

#include "core/uor/base/normal_coefficients.hpp"

#define UOR_ALWAYS_INLINE [[gnu::always_inline]] inline

namespace uor::elementary {

/// c[0] + c[1] x + c[2] x^2 + ..., unrolled.
template <int i = 0, int size>
UOR_ALWAYS_INLINE double polynomial(const double (&c)[size], double x) {
  if constexpr (i == size - 1) {
    return c[i];
  } else {
    return c[i] + x * polynomial<i + 1>(c, x);
  }
}

/// c[i] + c[i + 2] y + c[i + 4] y^2 + ...
template <int i, int size>
UOR_ALWAYS_INLINE double every_other(const double (&c)[size], double y) {
  if constexpr (i + 2 >= size) {
    return c[i];
  } else {
    return c[i] + y * every_other<i + 2>(c, y);
  }
}

/// As polynomial() but for rounding, by even powers and odd ones, so that half as many steps wait for each other.
template <int size>
UOR_ALWAYS_INLINE double split_polynomial(const double (&c)[size], double x) {
  return every_other<0>(c, x * x) + x * every_other<1>(c, x * x);
}

/// Nearest integer of |x| < 2^51, halves to even.
UOR_ALWAYS_INLINE double rounded(double x) {
  constexpr double shift = 0x1.8p52;
  return (x + shift) - shift;
}

/// 2^k for an integer k in -1022..1023.
UOR_ALWAYS_INLINE double power_of_two(double k) {
  return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, k + (0x1p52 + 1023.0)) << 52);
}

// ln 2 in two parts, the first with 20 trailing zero bits, so that k * ln2_high is exact for |k| < 2^20.
inline constexpr double ln2_high = 0x1.62e42fee00000p-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

inline constexpr double inverse_factorial[] = {
    1.0,        1.0,         1.0 / 2,      1.0 / 6,       1.0 / 24,       1.0 / 120,       1.0 / 720,
    1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};

/// e^x within 2 units in the last place: x = k ln 2 + r, e^r by its Taylor series (next term below 2^-57). Overflows to
/// infinity and underflows gradually to 0, as it must; NaN stays NaN.
UOR_ALWAYS_INLINE double exp_of(double x) {
  const double from_below = x < -746.0 ? -746.0 : x;
  const double inside = from_below > 710.0 ? 710.0 : from_below;
  const double k = rounded(inside * 0x1.71547652b82fep0);
  const double r = (inside - k * ln2_high) - k * ln2_low;
  const double half = rounded(k * 0.5);
  return polynomial(inverse_factorial, r) * power_of_two(half) * power_of_two(k - half);
}

/// ln x for normal x > 0, within 2 units in the last place: x = 2^k (1 + f) with 1 + f in sqrt(1/2)..sqrt(2) and
/// ln(1 + f) = 2 atanh(s), s = f / (2 + f), by its series; 2 s is written as f - f^2/2 + s f^2/2 to keep f's own bits.
UOR_ALWAYS_INLINE double log_of(double x) {
  constexpr double series[] = {0.0,      2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9, 2.0 / 11,
                               2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
  constexpr std::uint64_t one = 0x3FF0000000000000ULL, root_half = 0x3FE6A09E667F3BCDULL;
  const std::uint64_t bits = __builtin_bit_cast(std::uint64_t, x);
  const std::uint64_t exponent = (bits + (one - root_half)) >> 52;
  const double k = __builtin_bit_cast(double, exponent | 0x4330000000000000ULL) - (0x1p52 + 1023.0);
  const double f = __builtin_bit_cast(double, bits - (exponent << 52) + one) - 1.0;
  const double s = f / (2.0 + f);
  const double half_square = 0.5 * f * f;
  const double rest = s * (half_square + polynomial(series, s * s));
  return k * ln2_high + (f - (half_square - (rest + k * ln2_low)));
}

/// ln of x^alpha (1 - x)^beta at x = 1 / (1 + e^-y).
UOR_ALWAYS_INLINE double beta_exponent(double alpha, double beta, double y) {
  const double size = y < 0.0 ? -y : y;
  const double shared = log_of(1.0 + exp_of(-size));
  return -size * (y < 0.0 ? alpha : beta) - (alpha + beta) * shared;
}

/// P(Z > x), x >= 0, relative error below 2e-15: e^(-x^2/2) times the scaled tail, a polynomial in (x - c) / (x + c).
/// x^2 is split, so that its rounding does not grow with x.
UOR_ALWAYS_INLINE double upper_tail(double x) {
  const double inside = x < 40.0 ? x : 40.0;
  const double coarse = static_cast<double>(static_cast<float>(inside));
  const double correction = -0.5 * (inside - coarse) * (inside + coarse);
  const double finish = 1.0 + correction * (1.0 + correction * (0.5 + correction * (1.0 / 6)));
  const double inverse = 1.0 / (inside + tail_centre);
  const double scaled = polynomial(tail_coefficients, (inside - tail_centre) * inverse) * inverse;
  return exp_of(-0.5 * coarse * coarse) * finish * scaled;
}

/// P(Z <= z) and P(Z > z), both with full relative accuracy where they are small.
struct Tails {
  double lower, upper;
};

UOR_ALWAYS_INLINE Tails tails_of(double z) {
  const double tail = upper_tail(z < 0.0 ? -z : z);
  return {z < 0.0 ? tail : 1.0 - tail, z < 0.0 ? 1.0 - tail : tail};
}

/// P(Z > z), absolute error below 5e-16: faster than tails_of(), for probabilities that are added up.
UOR_ALWAYS_INLINE double normal_above(double z) {
  const double away = z < 0.0 ? -z : z, x = away < 37.0 ? away : 37.0;
  const double exponent = -0.5 * x * x;
  const double k = rounded(exponent * 0x1.71547652b82fep0);
  const double r = (exponent - k * ln2_high) - k * ln2_low;
  const double inverse = 1.0 / (x + tail_centre);
  const double scaled = split_polynomial(tail_coefficients, (x - tail_centre) * inverse) * inverse;
  const double tail = split_polynomial(inverse_factorial, r) * power_of_two(k) * scaled;
  return z < 0.0 ? 1.0 - tail : tail;
}

/// |u - 1/2| up to which the quantile is one ratio of polynomials (Wichura 1988, AS 241 PPND16).
inline constexpr double central_reach = 0.425;

/// A quantile before its last division, which both ranges share where they are chosen lane by lane.
struct Ratio {
  double top, bottom;
};

/// z with P(Z <= z) = 1/2 + q, |q| <= central_reach.
UOR_ALWAYS_INLINE Ratio central_quantile(double q) {
  const double r = 0.180625 - q * q;
  return {q * polynomial(central_top, r), polynomial(central_bottom, r)};
}

/// z with P(Z <= z) = lower = 1 - upper, outside of central_reach. `far` adds the range below e^-25, that 32-bit
/// uniforms never reach; where both apply, the bits are the same.
template <bool far>
UOR_ALWAYS_INLINE Ratio tail_quantile(double lower, double upper) {
  const bool left = lower < upper;
  const double root = __builtin_sqrt(-log_of(left ? lower : upper));
  const double tail_r = root - 1.6;
  double top = polynomial(middle_top, tail_r);
  double bottom = polynomial(middle_bottom, tail_r);
  if constexpr (far) {
    const bool beyond = root > 5.0;
    top = beyond ? polynomial(far_top, root - 5.0) : top;
    bottom = beyond ? polynomial(far_bottom, root - 5.0) : bottom;
  }
  return {left ? -top : top, bottom};
}

/// z with P(Z <= z) = lower = 1 - upper, wherever.
UOR_ALWAYS_INLINE double quantile_of(double lower, double upper) {
  const double q = lower < upper ? lower - 0.5 : 0.5 - upper;
  const bool central = (q < 0.0 ? -q : q) <= central_reach;
  const Ratio inside = central_quantile(q), outside = tail_quantile<true>(lower, upper);
  return (central ? inside.top : outside.top) / (central ? inside.bottom : outside.bottom);
}

}  // namespace uor::elementary
