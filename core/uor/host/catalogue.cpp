#include "core/uor/host/catalogue.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>

#include "core/uor/base/error.hpp"
#include "core/uor/base/hash.hpp"

namespace uor::host {

namespace {

std::string named(const Plugin& plugin) { return "'" + plugin.id() + "' (" + plugin.path() + ")"; }

/// Before anything else: two files for one KLOE declare the same score, and the way out is to choose.
void require_one_scorer(const std::vector<Plugin>& plugins) {
  std::unordered_map<std::string, const Plugin*> scorers;
  for (const Plugin& plugin : plugins) {
    if (plugin.kloe().empty()) continue;
    const auto [first, is_new] = scorers.emplace(plugin.kloe(), &plugin);
    if (is_new) continue;
    throw Error("KLOE '" + plugin.kloe() + "' has two scoring plugins, " + named(*first->second) + " and " +
                named(plugin) + ", choose one with --plugin " + plugin.kloe() + "=FILE");
  }
}

void require_unique_plugins(const std::vector<Plugin>& plugins) {
  std::unordered_map<std::string, const Plugin*> seen;
  for (const Plugin& plugin : plugins) {
    const auto [first, is_new] = seen.emplace(plugin.id(), &plugin);
    if (is_new) continue;
    throw Error("two plugins have the id '" + plugin.id() + "', " + first->second->path() + " and " + plugin.path() +
                ", remove or rename one");
  }
}

template <typename Item>
void require_one_producer(const std::vector<Item>& items, const std::string& what) {
  std::unordered_map<std::string, const Item*> seen;
  for (const Item& item : items) {
    const auto [first, is_new] = seen.emplace(item.id, &item);
    if (is_new) continue;
    throw Error(what + " '" + item.id + "' is declared by plugin '" + first->second->plugin + "' and by plugin '" +
                item.plugin + "' (duplicate id), rename one");
  }
}

/// Random numbers are keyed by the hash of an id, so two ids with one hash would share their draws.
void require_distinct_hashes(const std::vector<Quantity>& quantities) {
  std::unordered_map<std::uint64_t, const Quantity*> seen;
  for (const Quantity& quantity : quantities) {
    const auto [first, is_new] = seen.emplace(hash_name(quantity.id), &quantity);
    if (is_new) continue;
    throw Error("quantities '" + first->second->id + "' of plugin '" + first->second->plugin + "' and '" + quantity.id +
                "' of plugin '" + quantity.plugin +
                "' have the same hash (their random numbers would be the same), "
                "rename one");
  }
}

void require_one_producer(const std::vector<Node>& nodes) {
  std::unordered_map<std::string, const Node*> month, anchor;
  for (const Node& node : nodes) {
    for (const std::string& id : node.writes) {
      const auto [first, is_new] = (node.anchor ? anchor : month).emplace(id, &node);
      if (is_new) continue;
      throw Error("quantity '" + id + "' has two producers, node '" + first->second->id + "' of plugin '" +
                  first->second->plugin + "' and node '" + node.id + "' of plugin '" + node.plugin +
                  "', write it in one of them");
    }
  }
}

}  // namespace

Catalogue::Catalogue(std::vector<Plugin> plugins) : plugins_(std::move(plugins)) {
  require_one_scorer(plugins_);
  require_unique_plugins(plugins_);
  for (std::size_t p = 0; p < plugins_.size(); ++p) {
    const Plugin& plugin = plugins_[p];
    quantities_.insert(quantities_.end(), plugin.quantities().begin(), plugin.quantities().end());
    parameters_.insert(parameters_.end(), plugin.parameters().begin(), plugin.parameters().end());
    for (Node node : plugin.nodes()) {
      node.plugin_index = p;
      nodes_.push_back(std::move(node));
    }
  }
  require_one_producer(quantities_, "quantity");
  require_one_producer(parameters_, "parameter");
  require_one_producer(nodes_, "node");
  require_distinct_hashes(quantities_);
  require_one_producer(nodes_);
  for (std::size_t q = 0; q < quantities_.size(); ++q) index_.emplace(quantities_[q].id, q);
}

const Quantity* Catalogue::find(const std::string& id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &quantities_[found->second];
}

}  // namespace uor::host
