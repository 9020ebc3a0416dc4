#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "core/uor/graph/flow.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::graph {

namespace {

/// How a quantity gets from node to node; each has its line style.
enum class Passage { same_month, earlier_month, published };

using Edge = std::tuple<std::string, std::string, Passage>;
using Edges = std::map<Edge, std::set<std::string>>;  // -> ids of the quantities

std::string inside_quotes(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::string quoted(const std::string& text) { return '"' + inside_quotes(text) + '"'; }

/// A label with one line a quantity.
std::string label_of(const std::set<std::string>& quantities) {
  std::string result;
  for (const std::string& id : quantities) result += (result.empty() ? "" : "\\n") + inside_quotes(id);
  return '"' + result + '"';
}

std::string style_of(Passage passage) {
  if (passage == Passage::same_month) return "solid";
  return passage == Passage::earlier_month ? "dashed" : "dotted";
}

std::vector<const WiredNode*> month_nodes(const Wiring& wiring) {
  std::vector<const WiredNode*> nodes;
  for (const auto* pass : {&wiring.phase_one, &wiring.phase_two}) {
    for (const WiredNode& node : *pass) nodes.push_back(&node);
  }
  return nodes;
}

Edges edges_of(const Wiring& wiring, const std::vector<const WiredNode*>& nodes) {
  std::map<std::size_t, std::string> giver;
  for (const WiredNode* node : nodes) {
    for (const std::size_t quantity : node->writes) giver[quantity] = node->node.id;
  }
  Edges edges;
  for (const WiredNode* reader : nodes) {
    for (const Link& read : reader->reads) {
      if (read.lag == UOR_AT_ANCHOR) continue;
      const std::optional<std::size_t> metric = metric_behind(wiring, read.quantity);
      const auto from = giver.find(metric.value_or(read.quantity));
      if (from == giver.end()) continue;
      const Passage passage = metric          ? Passage::published
                              : read.lag == 0 ? Passage::same_month
                                              : Passage::earlier_month;
      edges[{from->second, reader->node.id, passage}].insert(wiring.quantities[read.quantity].id);
    }
  }
  return edges;
}

/// The drivers that a node reads, for its tooltip.
std::string drivers_of(const Wiring& wiring, const WiredNode& node) {
  std::set<std::string> drivers;
  for (const Link& read : node.reads) {
    const Quantity& quantity = wiring.quantities[read.quantity];
    if (quantity.kind == Kind::driver) drivers.insert(quantity.id);
  }
  return label_of(drivers);
}

}  // namespace

std::string to_dot(const Wiring& wiring) {
  const std::vector<const WiredNode*> nodes = month_nodes(wiring);
  std::map<std::string, std::vector<const WiredNode*>> clusters;
  for (const WiredNode* node : nodes) clusters[node->node.plugin].push_back(node);
  std::ostringstream out;
  out << "digraph uor {\n  rankdir=LR;\n  node [shape=box];\n";
  for (const auto& [plugin, members] : clusters) {
    out << "  subgraph " << quoted("cluster_" + plugin) << " {\n    label=" << quoted(plugin) << ";\n";
    for (const WiredNode* node : members) {
      out << "    " << quoted(node->node.id) << " [tooltip=" << drivers_of(wiring, *node);
      out << (node->node.phase == 2 ? ", peripheries=2];\n" : "];\n");
    }
    out << "  }\n";
  }
  for (const auto& [edge, quantities] : edges_of(wiring, nodes)) {
    const auto& [from, to, passage] = edge;
    out << "  " << quoted(from) << " -> " << quoted(to) << " [label=" << label_of(quantities)
        << ", style=" << style_of(passage) << "];\n";
  }
  out << "}\n";
  return out.str();
}

}  // namespace uor::graph
