// First half of wiring: names become indices, every column gets its producer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/uor/graph/wiring.hpp"

namespace uor::graph {

using Index = std::unordered_map<std::string, std::size_t>;

/// Nodes with their reads and writes found, in the order declared, and who gives each quantity.
struct Linked {
  std::vector<WiredNode> nodes;
  std::vector<std::optional<std::size_t>> month_producer;   // [quantity] -> node, none for sources and anchor-only ones
  std::vector<std::optional<std::size_t>> anchor_producer;  // [quantity] -> anchor node
};

/// "node 'clinical.dna' of plugin 'clinical'".
std::string named(const Node& node);

/// Position of each id; Error when two have the same.
Index index_of(const std::vector<Quantity>& quantities);

/// Error for an unknown read, a unit mismatch, an unknown write, a write of a driver, of what the host offers or of
/// another plugin's quantity, two producers, and a declared quantity that nobody produces.
Linked link(const std::vector<Quantity>& quantities, const Index& index, const std::vector<Node>& nodes);

}  // namespace uor::graph
