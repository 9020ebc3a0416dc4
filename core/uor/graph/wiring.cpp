#include "core/uor/graph/wiring.hpp"

#include <utility>

#include "core/uor/graph/flow.hpp"
#include "core/uor/graph/link.hpp"
#include "core/uor/graph/order.hpp"
#include "core/uor/graph/rules.hpp"

namespace uor::graph {

std::optional<std::size_t> Wiring::find(const std::string& id) const {
  const auto found = index->find(id);
  if (found == index->end()) return std::nullopt;
  return found->second;
}

Wiring wire(const std::vector<Quantity>& quantities, const std::vector<Node>& nodes) {
  Wiring wiring;
  wiring.quantities = quantities;
  auto index = index_of(quantities);
  Linked linked = link(quantities, index, nodes);
  wiring.index = std::make_shared<const decltype(index)>(std::move(index));
  check_rules(quantities, linked);
  wiring.history = histories(quantities, linked);
  std::vector<WiredNode> anchors, phase_one, phase_two;
  for (WiredNode& wired : linked.nodes) {
    auto& pass = wired.node.anchor ? anchors : wired.node.phase == 2 ? phase_two : phase_one;
    pass.push_back(std::move(wired));
  }
  wiring.anchors = in_order(std::move(anchors), quantities);
  wiring.phase_one = in_order(std::move(phase_one), quantities);
  wiring.phase_two = in_order(std::move(phase_two), quantities);
  wiring.next = followers(flow_of(wiring));
  return wiring;
}

}  // namespace uor::graph
