#include "core/uor/graph/flow.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <limits>
#include <queue>

#include "core/uor/sdk/plugin.h"

namespace uor::graph {

namespace {

constexpr std::size_t unreachable = std::numeric_limits<std::size_t>::max();

/// A path that has begun, and the length it has at least when it arrives.
struct Partial {
  std::size_t length;
  std::vector<std::size_t> path;
  /// Shorter first; of equal ones that which has come farther, so that whole paths are found before all beginnings.
  bool operator>(const Partial& other) const {
    if (length != other.length) return length > other.length;
    if (path.size() != other.path.size()) return path.size() < other.path.size();
    return path > other.path;
  }
};

std::vector<std::size_t> distances_to(const Flow& flow, std::size_t to) {
  std::vector<std::size_t> distance(boost::num_vertices(flow), unreachable);
  distance[to] = 0;
  boost::breadth_first_search(
      boost::make_reverse_graph(flow), to,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

void add_edges(const std::vector<WiredNode>& nodes, Flow& flow) {
  for (const WiredNode& wired : nodes) {
    for (const Link& read : wired.reads) {
      if (read.lag == UOR_AT_ANCHOR) continue;
      for (const std::size_t written : wired.writes) boost::add_edge(read.quantity, written, flow);
    }
  }
}

}  // namespace

std::optional<std::size_t> metric_behind(const Wiring& wiring, std::size_t quantity) {
  const Quantity& shown = wiring.quantities[quantity];
  if (shown.plugin != "host") return std::nullopt;
  for (const std::string prefix : {"published.", "published_year_ago."}) {
    if (shown.id.starts_with(prefix)) return wiring.find("metric." + shown.id.substr(prefix.size()));
  }
  return std::nullopt;
}

Flow flow_of(const Wiring& wiring) {
  Flow flow(wiring.quantities.size());
  add_edges(wiring.phase_one, flow);
  add_edges(wiring.phase_two, flow);
  for (std::size_t q = 0; q < wiring.quantities.size(); ++q) {
    if (const auto metric = metric_behind(wiring, q)) boost::add_edge(*metric, q, flow);
  }
  return flow;
}

std::vector<std::vector<std::size_t>> followers(const Flow& flow) {
  std::vector<std::vector<std::size_t>> next;
  for (std::size_t vertex = 0; vertex < boost::num_vertices(flow); ++vertex) {
    const auto [first, last] = boost::adjacent_vertices(vertex, flow);
    next.emplace_back(first, last);
  }
  return next;
}

std::vector<bool> reachable(const Wiring& wiring, const std::vector<std::size_t>& sources) {
  std::vector<bool> is_reached(wiring.quantities.size());
  std::vector<std::size_t> open = sources;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (is_reached[at]) continue;
    is_reached[at] = true;
    open.insert(open.end(), wiring.next[at].begin(), wiring.next[at].end());
  }
  return is_reached;
}

std::vector<std::vector<std::size_t>> paths(const Wiring& wiring, std::size_t from, std::size_t to, std::size_t limit) {
  constexpr std::size_t most_steps = 200'000;
  const Flow flow = flow_of(wiring);
  const std::vector<std::size_t> distance = distances_to(flow, to);
  std::vector<std::vector<std::size_t>> found;
  std::priority_queue<Partial, std::vector<Partial>, std::greater<>> open;
  if (distance[from] != unreachable) open.push({distance[from], {from}});
  for (std::size_t step = 0; step < most_steps && !open.empty() && found.size() < limit; ++step) {
    const std::vector<std::size_t> path = open.top().path;
    open.pop();
    if (path.back() == to) {
      found.push_back(path);
      continue;
    }
    const auto [first, last] = boost::adjacent_vertices(path.back(), flow);
    for (auto next = first; next != last; ++next) {
      if (distance[*next] == unreachable || std::find(path.begin(), path.end(), *next) != path.end()) continue;
      std::vector<std::size_t> longer = path;
      longer.push_back(*next);
      open.push({path.size() + distance[*next], std::move(longer)});
    }
  }
  return found;
}

}  // namespace uor::graph
