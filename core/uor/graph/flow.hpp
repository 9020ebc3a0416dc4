// What passes from quantity to quantity in the months of a run.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/graph/wiring.hpp"

namespace uor::graph {

/// One vertex a quantity; an edge from each that a node reads (at any lag but UOR_AT_ANCHOR) to each that it writes,
/// and from metric.<x> to published.<x> and published_year_ago.<x>. Edges of a vertex are unique and sorted.
using Flow = boost::adjacency_list<boost::setS, boost::vecS, boost::bidirectionalS>;

Flow flow_of(const Wiring& wiring);
/// Wiring::next.
std::vector<std::vector<std::size_t>> followers(const Flow& flow);

/// The metric that a published quantity of the host shows; nothing for any other quantity.
std::optional<std::size_t> metric_behind(const Wiring& wiring, std::size_t quantity);

}  // namespace uor::graph
