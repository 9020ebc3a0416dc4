// What calling a plugin takes: time, memory that is asked for, bytes that are moved, arithmetic done on vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/lab/conformance.hpp"
#include "core/uor/lab/operations.hpp"

namespace uor::lab {

/// One month of a plugin's nodes; what runs once a trial (anchor nodes) is left out.
struct Cost {
  std::size_t nodes = 0;
  std::size_t values_read = 0, values_written = 0;  // columns, each one double a trial and month
  double ns = 0;                                    // a trial and month: the least of some repeats
  std::uint64_t allocations = 0;                    // that one call of each node makes
  Operations operations;
  bool allocations_counted = false;

  double bytes_read() const { return 8.0 * static_cast<double>(values_read); }
  double bytes_written() const { return 8.0 * static_cast<double>(values_written); }
  double ns_a_value() const { return values_written == 0 ? 0.0 : ns / static_cast<double>(values_written); }
};

/// Calls every node through the C boundary on batches of 256 trials, with inputs spread over their likely ranges.
/// `count_operations` also counts the arithmetic (see operations_of), which takes a second or so.
/// Error as Plugin::evaluate when a node fails.
Cost cost_of(const host::Plugin& plugin, const Supplies& supplies, bool count_operations);

/// The speed that any plugin must have: `pow_ns` is what the C library's pow takes for one number here and now, and a
/// plugin may take `slowest_in_pows` of them for each value that it writes.
inline constexpr double slowest_in_pows = 20;
double pow_ns();

}  // namespace uor::lab
