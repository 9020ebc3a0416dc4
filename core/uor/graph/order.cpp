#include "core/uor/graph/order.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <functional>
#include <queue>
#include <unordered_map>

#include "core/uor/base/error.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::graph {

namespace {

/// Edges run from the node that gives a quantity to the one that reads it and carry the quantity.
using NodeGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                        boost::property<boost::edge_name_t, std::size_t>>;

bool is_same_pass(const WiredNode& reader, const Link& read) {
  return read.lag == 0 || (reader.node.anchor && read.lag == UOR_AT_ANCHOR);
}

NodeGraph graph_of(const std::vector<WiredNode>& nodes) {
  std::unordered_map<std::size_t, std::size_t> producer;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    for (const std::size_t quantity : nodes[n].writes) producer.emplace(quantity, n);
  }
  NodeGraph graph(nodes.size());
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    for (const Link& read : nodes[n].reads) {
      const auto giver = producer.find(read.quantity);
      if (giver == producer.end() || !is_same_pass(nodes[n], read)) continue;
      boost::add_edge(giver->second, n, read.quantity, graph);
    }
  }
  return graph;
}

/// A node of a cycle and what it reads there.
struct Step {
  std::size_t node;
  std::size_t quantity;
};

/// A cycle, along its edges, from the node of it that was given first. Each node that is not placed has a giver that is
/// not placed, so walking from reader to giver comes back to a node.
std::vector<Step> find_cycle(const NodeGraph& graph, const std::vector<bool>& is_placed) {
  std::vector<Step> walk;
  auto at = static_cast<std::size_t>(std::find(is_placed.begin(), is_placed.end(), false) - is_placed.begin());
  const auto visit_of = [&](std::size_t node) {
    return std::find_if(walk.begin(), walk.end(), [&](const Step& step) { return step.node == node; });
  };
  while (visit_of(at) == walk.end()) {
    const auto [first, last] = boost::in_edges(at, graph);
    const auto edge = std::find_if(first, last, [&](const auto& e) { return !is_placed[boost::source(e, graph)]; });
    walk.push_back({at, boost::get(boost::edge_name, graph, *edge)});
    at = boost::source(*edge, graph);
  }
  walk.erase(walk.begin(), visit_of(at));
  std::reverse(walk.begin(), walk.end());
  std::rotate(walk.begin(), std::min_element(walk.begin(), walk.end(), [](Step a, Step b) { return a.node < b.node; }),
              walk.end());
  return walk;
}

[[noreturn]] void refuse_cycle(std::vector<Step> cycle, const std::vector<WiredNode>& nodes,
                               const std::vector<Quantity>& quantities) {
  std::string path = nodes[cycle.front().node].node.id;
  std::string through;
  std::rotate(cycle.begin(), cycle.begin() + 1, cycle.end());  // each step now after the node it reads from
  for (const Step& step : cycle) {
    path += " -> " + nodes[step.node].node.id;
    through += (through.empty() ? "'" : ", '") + quantities[step.quantity].id + "'";
  }
  throw Error("nodes need each other in the same month: " + path + " (through " + through +
              "), read one of these with a lag of 1 or more");
}

}  // namespace

std::vector<WiredNode> in_order(std::vector<WiredNode> nodes, const std::vector<Quantity>& quantities) {
  const NodeGraph graph = graph_of(nodes);
  std::vector<std::size_t> waits_for(nodes.size());
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    waits_for[n] = boost::in_degree(n, graph);
    if (waits_for[n] == 0) ready.push(n);
  }
  std::vector<std::size_t> order;
  std::vector<bool> is_placed(nodes.size());
  while (!ready.empty()) {
    const std::size_t n = ready.top();
    ready.pop();
    is_placed[n] = true;
    order.push_back(n);
    const auto [first, last] = boost::out_edges(n, graph);
    for (auto edge = first; edge != last; ++edge) {
      const std::size_t reader = boost::target(*edge, graph);
      if (--waits_for[reader] == 0) ready.push(reader);
    }
  }
  if (order.size() < nodes.size()) refuse_cycle(find_cycle(graph, is_placed), nodes, quantities);
  std::vector<WiredNode> result;
  result.reserve(nodes.size());
  for (const std::size_t n : order) result.push_back(std::move(nodes[n]));
  return result;
}

}  // namespace uor::graph
