// Order of evaluation of nodes that run in the same pass.
#pragma once

#include <cstddef>
#include <vector>

#include "core/uor/graph/wiring.hpp"

namespace uor::graph {

/// The nodes, each after all whose outputs it reads in the same pass; among those that are ready, the first given
/// comes first. Anchor nodes count reads at lag 0 and UOR_AT_ANCHOR, others reads at lag 0 (sums that end there too).
/// Error on a cycle, with its path of ids.
std::vector<WiredNode> in_order(std::vector<WiredNode> nodes, const std::vector<Quantity>& quantities);

}  // namespace uor::graph
