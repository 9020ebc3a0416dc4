// Whether a node wrote its outputs, and wrote what can be: poison before a call, verify after it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/uor/base/quantity.hpp"

namespace uor::host {

/// Fills `count` values with a NaN whose bits no arithmetic gives, so that what is never written can be told later.
void poison(double* column, std::size_t count);

/// The same for the first and the last value only: cheap, for calls whose outputs are looked at anyway.
void poison_ends(double* column, std::size_t count);

/// Whether the value is the one of poison(), bit for bit.
bool is_poison(double value);

struct Violation {
  std::size_t trial = 0;  // index in the column
  double value = 0.0;
};

struct Verdict {
  std::optional<Violation> violation;  // the first value that is not finite or outside lower..upper
  std::uint64_t implausible = 0;       // how many finite values are outside likely_lower..likely_upper
};

/// Two passes over `count` values (vectorised; the first violation is looked for only when there is one).
Verdict verify(const Quantity& quantity, const double* column, std::size_t count);

/// Whether all values from low to high are possible, and likely, for a quantity; verify() says which value is not.
bool all_possible(const Quantity& quantity, double low, double high);
bool all_likely(const Quantity& quantity, double low, double high);

/// Bounds of what is possible; every infinity is outside of them.
struct Range {
  double lower, upper;
};
Range possible_range(const Quantity& quantity);

/// "was not written", "is not a number", "is infinite", "is 140 (possible are 0 to 100 percent)".
std::string explain(const Quantity& quantity, double value);

}  // namespace uor::host
