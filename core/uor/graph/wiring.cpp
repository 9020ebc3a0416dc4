#include "core/uor/graph/wiring.hpp"

#include "core/uor/graph/link.hpp"
#include "core/uor/graph/order.hpp"
#include "core/uor/graph/rules.hpp"

namespace uor::graph {

std::optional<std::size_t> Wiring::find(const std::string& id) const {
  const auto found = index.find(id);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

Wiring wire(const std::vector<Quantity>& quantities, const std::vector<Node>& nodes) {
  Wiring wiring;
  wiring.quantities = quantities;
  wiring.index = index_of(quantities);
  Linked linked = link(quantities, wiring.index, nodes);
  check_rules(quantities, linked);
  wiring.history = histories(quantities, linked);
  for (WiredNode& wired : linked.nodes) {
    auto& pass = wired.node.anchor ? wiring.anchors : wired.node.phase == 2 ? wiring.phase_two : wiring.phase_one;
    pass.push_back(std::move(wired));
  }
  for (auto* pass : {&wiring.anchors, &wiring.phase_one, &wiring.phase_two}) {
    *pass = in_order(std::move(*pass), quantities);
  }
  return wiring;
}

}  // namespace uor::graph
