#include "core/uor/host/verify.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cfloat>
#include <charconv>
#include <cmath>

namespace uor::host {

namespace {

/// A quiet NaN with a payload of our own; arithmetic gives NaNs with payload 0 or that of an operand.
constexpr std::uint64_t poison_bits = 0x7FF8'756F'7250'4F49ULL;

/// Bounds that every infinity is outside of.
Range finite_range(double lower, double upper) { return {std::max(lower, -DBL_MAX), std::min(upper, DBL_MAX)}; }

/// False for NaN.
bool is_inside(Range range, double value) { return value >= range.lower && value <= range.upper; }

/// Counted in doubles (exact, and of the width of the column), because plain SSE2 has no comparison of 64-bit integers.
std::uint64_t count_inside(Range range, const double* column, std::size_t count) {
  double inside = 0.0;
#pragma omp simd reduction(+ : inside)
  for (std::size_t t = 0; t < count; ++t) {
    const double above = column[t] >= range.lower ? 1.0 : 0.0;
    inside += column[t] <= range.upper ? above : 0.0;
  }
  return static_cast<std::uint64_t>(inside);
}

std::string text_of(double value) {
  std::array<char, 32> buffer;
  const std::to_chars_result result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace

void poison(double* column, std::size_t count) { std::fill_n(column, count, std::bit_cast<double>(poison_bits)); }

void poison_ends(double* column, std::size_t count) {
  if (count == 0) return;
  const double value = std::bit_cast<double>(poison_bits);
  column[0] = column[count - 1] = value;
}

bool is_poison(double value) { return std::bit_cast<std::uint64_t>(value) == poison_bits; }

Verdict verify(const Quantity& quantity, const double* column, std::size_t count) {
  const Range hard = finite_range(quantity.lower, quantity.upper);
  const Range likely = finite_range(quantity.likely_lower, quantity.likely_upper);
  const std::uint64_t possible = count_inside(hard, column, count);
  std::uint64_t not_finite = 0;
  Verdict verdict;
  if (possible < count) {
    const double* first = std::find_if(column, column + count, [&](double value) { return !is_inside(hard, value); });
    verdict.violation = {static_cast<std::size_t>(first - column), *first};
    not_finite = static_cast<std::uint64_t>(
        std::count_if(column, column + count, [](double value) { return !std::isfinite(value); }));
  }
  verdict.implausible = count - count_inside(likely, column, count) - not_finite;
  return verdict;
}

Range possible_range(const Quantity& quantity) { return finite_range(quantity.lower, quantity.upper); }

bool all_possible(const Quantity& quantity, double low, double high) {
  const Range hard = possible_range(quantity);
  return is_inside(hard, low) && is_inside(hard, high);
}

bool all_likely(const Quantity& quantity, double low, double high) {
  const Range likely = finite_range(quantity.likely_lower, quantity.likely_upper);
  return is_inside(likely, low) && is_inside(likely, high);
}

std::string explain(const Quantity& quantity, double value) {
  if (is_poison(value)) return "was not written";
  if (std::isnan(value)) return "is not a number";
  if (std::isinf(value)) return "is infinite";
  return "is " + text_of(value) + " (possible are " + text_of(quantity.lower) + " to " + text_of(quantity.upper) + ' ' +
         quantity.unit + ')';
}

}  // namespace uor::host
