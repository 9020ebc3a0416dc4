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

struct Range {
  double lower, upper;
};

/// Bounds that every infinity is outside of.
Range finite_range(double lower, double upper) { return {std::max(lower, -DBL_MAX), std::min(upper, DBL_MAX)}; }

/// False for NaN; `&` and not `&&`, so that the loops have no branch.
bool is_inside(Range range, double value) { return (value >= range.lower) & (value <= range.upper); }

std::string text_of(double value) {
  std::array<char, 32> buffer;
  const std::to_chars_result result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace

void poison(double* column, std::size_t count) { std::fill_n(column, count, std::bit_cast<double>(poison_bits)); }

bool is_poison(double value) { return std::bit_cast<std::uint64_t>(value) == poison_bits; }

Verdict verify(const Quantity& quantity, const double* column, std::size_t count) {
  const Range hard = finite_range(quantity.lower, quantity.upper);
  const Range likely = finite_range(quantity.likely_lower, quantity.likely_upper);
  std::uint64_t possible = 0, plausible = 0, not_finite = 0;
  for (std::size_t t = 0; t < count; ++t) {
    possible += static_cast<std::uint64_t>(is_inside(hard, column[t]));
    plausible += static_cast<std::uint64_t>(is_inside(likely, column[t]));
  }
  Verdict verdict;
  if (possible < count) {
    const double* first = std::find_if(column, column + count, [&](double value) { return !is_inside(hard, value); });
    verdict.violation = {static_cast<std::size_t>(first - column), *first};
    not_finite = static_cast<std::uint64_t>(
        std::count_if(column, column + count, [](double value) { return !std::isfinite(value); }));
  }
  verdict.implausible = count - plausible - not_finite;
  return verdict;
}

std::string explain(const Quantity& quantity, double value) {
  if (is_poison(value)) return "was not written";
  if (std::isnan(value)) return "is not a number";
  if (std::isinf(value)) return "is infinite";
  return "is " + text_of(value) + " (possible are " + text_of(quantity.lower) + " to " + text_of(quantity.upper) + ' ' +
         quantity.unit + ')';
}

}  // namespace uor::host
