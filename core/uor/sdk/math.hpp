// Mathematics for formulas: without branches, so that a loop over trials vectorises at every level, and the same bits
// at every vector width and from GCC and Clang (under -ffp-contract=off). Error bounds are tested against long double.
//
//   exp, log             relative error at most 5e-16, also near log(1); infinities and NaN as in <cmath>;
//                        results of exp below 2.3e-308 are within 2 of the smallest number, 4.94e-324
//   sqrt, floor, abs     exact, as in <cmath>
//   compound             relative error at most 5e-16 * (2 + |years * log(1 + percent / 100)|), and 3e-16 * |years|
//   from 1 + p / 100 power                exp(exponent * log(base)), base > 0: relative error at most 5e-16 * (2 +
//   |exponent * log(base)|) logistic, softplus   relative error at most 1e-15
//
// NaN is "not known" in the columns of the trust file: `known(x) ? x : derived`. It passes through every function here.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "uor/sdk/isa.hpp"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {

/// False for NaN, which stands for a fact that nobody reported and the policy does not give.
UOR_FORMULA bool known(double x) { return x == x; }

/// Whether any of several figures is known.
template <class... Figures>
UOR_FORMULA bool any_known(Figures... x) {
  return ((x == x) | ...);
}

/// `yes` or `no` through a mask of bits. A ternary of cheap values is as good for most formulas; this one cannot be
/// turned into a jump by a compiler that sees through several conditions at once.
UOR_FORMULA double select(bool condition, double yes, double no) {
  const std::uint64_t mask = std::uint64_t{0} - static_cast<std::uint64_t>(condition);
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(yes) & mask) | (std::bit_cast<std::uint64_t>(no) & ~mask));
}

/// When either is NaN the result is NaN, unlike std::min.
UOR_FORMULA double min(double a, double b) { return select((b < a) | (b != b), b, a); }
UOR_FORMULA double max(double a, double b) { return select((b > a) | (b != b), b, a); }

/// NaN stays NaN.
UOR_FORMULA double clamp(double x, double lower, double upper) {
  const double raised = select(x < lower, lower, x);
  return select(raised > upper, upper, raised);
}

UOR_FORMULA double abs(double x) { return std::fabs(x); }
UOR_FORMULA double sqrt(double x) { return std::sqrt(x); }
UOR_FORMULA double floor(double x) { return std::floor(x); }

namespace detail {
inline constexpr double ln2_high = 0x1.62e42fefa38p-1;  // 42 bits of ln 2: products with whole numbers are exact
inline constexpr double ln2_low = 0x1.ef35793c7673p-45;
inline constexpr double log2_e = 1.4426950408889634074;

/// 2^k for whole k in -1022..1023, given as the double k.
UOR_FORMULA double two_to(double k) {
  const double shifted = k + (0x1.8p52 + 1023.0);  // the biased exponent stands in the low bits
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(shifted) << 52);
}

// Both series are summed in pairs of pairs (Estrin): the chain of operations that wait for each other is a third of
// that of Horner's scheme, and formulas are short enough that this wait, not the number of operations, is what they
// cost.

/// exp(r) for |r| <= 0.35 by its Taylor series; the first term left out is below 5e-18.
UOR_FORMULA double exp_near_zero(double r) {
  const double r2 = r * r, r4 = r2 * r2;
  const double low = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
  const double middle = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0));
  const double high = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0));
  return 1.0 + (r + r2 * (low + r4 * (middle + r4 * high)));
}

/// artanh(s) / s - 1 for s * s = q <= 0.0295, by its Taylor series; the first term left out is below 2e-19.
UOR_FORMULA double artanh_tail(double q) {
  const double q2 = q * q, q4 = q2 * q2;
  const double low = (1.0 / 3.0 + q * (1.0 / 5.0)) + q2 * (1.0 / 7.0 + q * (1.0 / 9.0));
  const double middle = (1.0 / 11.0 + q * (1.0 / 13.0)) + q2 * (1.0 / 15.0 + q * (1.0 / 17.0));
  const double high = (1.0 / 19.0 + q * (1.0 / 21.0)) + q2 * (1.0 / 23.0);
  return q * (low + q4 * (middle + q4 * high));
}
/// x = k ln 2 + r.
struct Reduced {
  double k, r;
};
UOR_FORMULA Reduced reduced(double x) {
  const double k = (x * log2_e + 0x1.8p52) - 0x1.8p52;
  return {k, (x - k * ln2_high) - k * ln2_low};
}

/// log of a normal number: 2^e * m with m in sqrt(1/2)..sqrt(2), found by moving the cut of the exponent field there.
/// `scale` is 2 to the power that x was multiplied with.
UOR_FORMULA double log_of_normal(double x, double scale) {
  constexpr std::uint64_t cut = 0x3fe6a09e667f3bcd;
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x) - cut;
  const std::uint64_t biased = (bits + (std::uint64_t{1024} << 52)) >> 52;  // e + 1024, in 2..2048 for x > 0
  const double e = (std::bit_cast<double>(biased | 0x4330000000000000u) - 0x1p52) - (1024.0 + scale);
  const double m = std::bit_cast<double>((bits & 0x000fffffffffffffu) + cut);
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double half_square = 0.5 * f * f;
  // log(1 + f) = f - f^2/2 + s * (f^2/2 + 2 * tail): exact f first, small corrections after
  const double correction = s * (half_square + 2.0 * artanh_tail(s * s)) + e * ln2_low;
  return e * ln2_high - ((half_square - correction) - f);
}
}  // namespace detail

UOR_FORMULA double exp(double x) {
  const double bounded = clamp(x, -746.0, 710.0);  // beyond them the result is 0 or infinity
  const auto [k, r] = detail::reduced(bounded);
  const double half = (k * 0.5 + 0x1.8p52) - 0x1.8p52;  // in two steps: 2^k itself may be out of range
  return detail::exp_near_zero(r) * detail::two_to(half) * detail::two_to(k - half);
}

UOR_FORMULA double log(double x) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  const bool tiny = x < std::numeric_limits<double>::min();
  const double finite = detail::log_of_normal(x * select(tiny, 0x1p54, 1.0), select(tiny, 54.0, 0.0));
  const double positive = select(x < endless, finite, x);  // infinity and NaN as they are
  const double not_negative = select(x == 0.0, -endless, positive);
  return select(x < 0.0, std::numeric_limits<double>::quiet_NaN(), not_negative);
}

/// base > 0.
UOR_FORMULA double power(double base, double exponent) { return exp(exponent * log(base)); }

/// (1 + percent / 100)^years: what grows by so much a year. NaN for percent <= -100; for results in 1e-300..1e300, with
/// fewer operations than power(), which knows every number.
UOR_FORMULA double compound(double percent_a_year, double years) {
  const double base = 1.0 + percent_a_year / 100.0;
  const auto [k, r] = detail::reduced(years * detail::log_of_normal(base, 0.0));
  return select(base > 0.0, detail::exp_near_zero(r) * detail::two_to(k), std::numeric_limits<double>::quiet_NaN());
}

/// 1 / (1 + exp(-x)).
UOR_FORMULA double logistic(double x) {
  const double e = exp(-abs(x));
  return select(x < 0.0, e, 1.0) / (1.0 + e);
}

/// log(1 + exp(x)): a smooth max(x, 0).
UOR_FORMULA double softplus(double x) {
  const double e = exp(-abs(x));
  const double one_more = 1.0 + e;
  const double lost = e - (one_more - 1.0);  // what rounding took from e
  return select(x > 0.0, x, 0.0) + (log(one_more) + lost / one_more);
}

/// 0 below `lower`, 1 above `upper`, and a cubic with flat ends between.
UOR_FORMULA double smooth_step(double x, double lower, double upper) {
  const double u = clamp((x - lower) / (upper - lower), 0.0, 1.0);
  return u * u * (3.0 - 2.0 * u);
}

}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk
