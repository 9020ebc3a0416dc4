// From declared reads and writes to an order of evaluation: Boost.Graph over nodes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/uor/base/quantity.hpp"
#include "core/uor/base/shared_list.hpp"

namespace uor::graph {

/// A read with its quantity found.
struct Link {
  std::size_t quantity;  // index into Wiring::quantities
  int lag;               // UOR_AT_ANCHOR for the value at month 0
  int window;            // UOR_YEAR_TO_DATE for the sum since April
};

struct WiredNode {
  Node node;
  std::vector<Link> reads;
  std::vector<std::size_t> writes;
};

/// How far back some node looks at a quantity.
struct History {
  bool anchor = false;  // some node of the months reads its value at month 0 or before: at UOR_AT_ANCHOR, with a lag,
                        // or with a window (but not a sum since April that ends this month: month 1 is April)
  int depth = 0;        // months of its past that must be kept: lag + window - 1, 11 for a sum since April
};

/// Copies are cheap: they share what wire() made.
struct Wiring {
  SharedList<Quantity> quantities;  // those given, in their order
  SharedList<History> history;      // per quantity
  SharedList<WiredNode> anchors;    // in order of evaluation
  SharedList<WiredNode> phase_one;  // in order of evaluation
  SharedList<WiredNode> phase_two;
  SharedList<std::vector<std::size_t>> next;  // per quantity: those that it passes to, see reachable()
  std::shared_ptr<const std::unordered_map<std::string, std::size_t>> index;

  std::optional<std::size_t> find(const std::string& id) const;
};

/// Wires nodes over quantities (those of plugins and those that the host offers; the host's have plugin "host").
/// Errors, each with its own words: unknown read (with the nearest name), unit mismatch, unknown or foreign write, two
/// producers, a quantity nobody produces, cycle (the path in ids), phase-1 read of phase 2 or of a benchmark, anchor
/// node that reads a non-anchor, quantity read with a lag or window or at the anchor that no anchor node gives, metric
/// given in phase 2. A quantity may be given by an anchor node alone when it is read only at the anchor; drivers have
/// their value at month 0 by nature, and season profiles 1. `published.*`, `published_year_ago.*` and `benchmark.*` of
/// the host are phase 2. The order is deterministic: among nodes that are ready, the one declared first.
Wiring wire(const std::vector<Quantity>& quantities, const std::vector<Node>& nodes);

/// Quantities that a change of `sources` from month 1 on can reach, themselves included: [quantity] -> bool. Follows
/// reads at any lag and metric.<x> to published.<x>, but not anchor nodes and reads of month 0, which no scenario
/// moves.
std::vector<bool> reachable(const Wiring& wiring, const std::vector<std::size_t>& sources);

/// Simple paths of quantities from one to another over the same links, shortest first, at most `limit`. The search is
/// bounded: in a graph with very many paths fewer than `limit` may come back, the shortest among them.
std::vector<std::vector<std::size_t>> paths(const Wiring& wiring, std::size_t from, std::size_t to, std::size_t limit);

/// Graphviz: one box a node of the months, grouped by plugin, phase 2 with a double frame; edges are labelled with the
/// quantities, dashed when read from an earlier month, dotted when published between; drivers are in a box's tooltip.
std::string to_dot(const Wiring& wiring);

}  // namespace uor::graph
