// Second half of wiring: who may read what and when, and how much of the past must be kept.
#pragma once

#include <vector>

#include "core/uor/graph/link.hpp"

namespace uor::graph {

/// Error when an anchor node reads what has no value at month 0, a benchmark, a published metric, or with a lag or
/// window; when a phase-1 node reads a benchmark, a published metric or, at any lag, what phase 2 gives (the message
/// names the way from the benchmark to it); when a metric comes from phase 2; when a node reads, in the
/// month, what only an anchor node gives; when a read of the past has no month-0 value to start from.
void check_rules(const std::vector<Quantity>& quantities, const Linked& linked);

/// Months of the past of each quantity that some node reads. Valid after check_rules.
std::vector<History> histories(const std::vector<Quantity>& quantities, const Linked& linked);

}  // namespace uor::graph
