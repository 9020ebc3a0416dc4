#include "core/uor/graph/link.hpp"

#include "core/uor/base/error.hpp"

namespace uor::graph {

namespace {

std::vector<std::string> ids_of(const std::vector<Quantity>& quantities) {
  std::vector<std::string> ids;
  ids.reserve(quantities.size());
  for (const Quantity& quantity : quantities) ids.push_back(quantity.id);
  return ids;
}

Link link_read(const std::vector<Quantity>& quantities, const Index& index, const Node& node, const Read& read) {
  const auto found = index.find(read.id);
  if (found == index.end()) {
    throw Error(named(node) + " reads '" + read.id + "', which no plugin declares and the host does not offer." +
                did_you_mean(read.id, ids_of(quantities)));
  }
  const Quantity& quantity = quantities[found->second];
  if (!read.unit.empty() && read.unit != quantity.unit) {
    throw Error(named(node) + " reads '" + read.id + "' in '" + read.unit + "' but '" + quantity.plugin +
                "' declares it in '" + quantity.unit + "', read it in '" + quantity.unit +
                "' and convert in the formula");
  }
  return {found->second, read.lag, read.window};
}

std::size_t link_write(const std::vector<Quantity>& quantities, const Index& index, const Node& node,
                       const std::string& id) {
  const auto found = index.find(id);
  if (found == index.end()) {
    throw Error(named(node) + " writes '" + id + "', which no plugin declares, declare it among the quantities." +
                did_you_mean(id, ids_of(quantities)));
  }
  const Quantity& quantity = quantities[found->second];
  if (quantity.plugin == "host") {
    throw Error(named(node) + " writes '" + id + "', which the host offers, write a quantity of its own plugin");
  }
  if (quantity.kind == Kind::driver) {
    throw Error(named(node) + " writes '" + id + "', which is a driver (the host fills drivers), declare a quantity");
  }
  if (quantity.plugin != node.plugin) {
    throw Error(named(node) + " writes '" + id + "', which plugin '" + quantity.plugin +
                "' declares, write a quantity of its own plugin");
  }
  return found->second;
}

void claim(Linked& linked, const Quantity& quantity, std::size_t quantity_index, std::size_t node_index) {
  const Node& node = linked.nodes[node_index].node;
  auto& producer = (node.anchor ? linked.anchor_producer : linked.month_producer)[quantity_index];
  if (producer) {
    throw Error("quantity '" + quantity.id + "' has two producers, " + named(linked.nodes[*producer].node) + " and " +
                named(node) + ", write it in one of them");
  }
  producer = node_index;
}

void require_producers(const std::vector<Quantity>& quantities, const Linked& linked) {
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    const Quantity& quantity = quantities[q];
    if (quantity.plugin == "host" || quantity.kind == Kind::driver) continue;
    if (linked.month_producer[q] || linked.anchor_producer[q]) continue;
    throw Error("quantity '" + quantity.id + "' of plugin '" + quantity.plugin +
                "' is produced by nobody, write it in a node or remove its declaration");
  }
}

}  // namespace

std::string named(const Node& node) {
  return (node.anchor ? "anchor node '" : "node '") + node.id + "' of plugin '" + node.plugin + "'";
}

Index index_of(const std::vector<Quantity>& quantities) {
  Index index;
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    const auto [first, is_new] = index.emplace(quantities[q].id, q);
    if (is_new) continue;
    throw Error("quantity '" + quantities[q].id + "' is declared twice, by '" + quantities[first->second].plugin +
                "' and by '" + quantities[q].plugin + "', rename one");
  }
  return index;
}

Linked link(const std::vector<Quantity>& quantities, const Index& index, const std::vector<Node>& nodes) {
  Linked linked;
  linked.month_producer.resize(quantities.size());
  linked.anchor_producer.resize(quantities.size());
  for (const Node& node : nodes) {
    WiredNode& wired = linked.nodes.emplace_back();
    wired.node = node;
    for (const Read& read : node.reads) wired.reads.push_back(link_read(quantities, index, node, read));
    for (const std::string& id : node.writes) {
      wired.writes.push_back(link_write(quantities, index, node, id));
      claim(linked, quantities[wired.writes.back()], wired.writes.back(), linked.nodes.size() - 1);
    }
  }
  require_producers(quantities, linked);
  return linked;
}

}  // namespace uor::graph
