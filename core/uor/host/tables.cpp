#include "core/uor/host/tables.hpp"

#include <algorithm>
#include <unordered_set>

#include "core/uor/base/error.hpp"
#include "core/uor/host/node_table.hpp"
#include "core/uor/host/quantity_table.hpp"
#include "core/uor/host/row.hpp"

namespace uor::host {

namespace {

template <typename Item>
void require_unique(const std::string& file, const std::string& table, const std::vector<Item>& items) {
  std::unordered_set<std::string> seen;
  for (const Item& item : items) {
    if (!seen.insert(item.id).second) {
      Row(file, table + " '" + item.id + "'").refuse("is declared twice (duplicate id), rename or remove one");
    }
  }
}

void require_one_score(const Row& row, const Tables& tables) {
  const auto scores = std::count_if(tables.quantities.begin(), tables.quantities.end(),
                                    [](const Quantity& quantity) { return quantity.kind == Kind::score; });
  if (tables.kloe.empty()) return;
  row.require(scores == 1, "scores the KLOE '" + tables.kloe + "' but does not declare the quantity '" + tables.kloe +
                               ".score' of kind score, declare it or set kloe to null");
}

std::string read_in_words(const Read& read) {
  return read.id + " (" + read.unit + ", lag " + std::to_string(read.lag) + ", window " + std::to_string(read.window) +
         ")";
}

/// All that must not differ between variants, as text.
std::string signature(const Node& node) {
  std::string text = node.id + (node.anchor ? " anchor" : "") + " phase " + std::to_string(node.phase) + " reads";
  for (const Read& read : node.reads) text += ' ' + read_in_words(read);
  text += " writes";
  for (const std::string& id : node.writes) text += ' ' + id;
  return text;
}

std::string signature(const Quantity& quantity) { return quantity.id + " in " + quantity.unit; }
std::string signature(const Parameter& parameter) { return parameter.id + " in " + parameter.unit; }

template <typename Item>
std::string first_difference(const std::string& table, const std::vector<Item>& a, const std::vector<Item>& b) {
  if (a.size() != b.size()) {
    return std::to_string(a.size()) + ' ' + table + " against " + std::to_string(b.size());
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (signature(a[i]) != signature(b[i])) return table + ": " + signature(a[i]) + " against " + signature(b[i]);
  }
  return {};
}

}  // namespace

Tables tables_of(const std::string& file, const uor_plugin& plugin) {
  const Row row = Row::of(file, "plugin", plugin.id, 0);
  Tables tables;
  tables.id = row.id(plugin.id, "id");
  row.require(tables.id != "host", "has the id of the host itself, choose another");
  tables.version = row.text(plugin.version, "version");
  tables.title = row.text(plugin.title, "title");
  tables.kloe = row.optional_id(plugin.kloe, "kloe");
  row.require_table(plugin.parameters, plugin.parameter_count, "parameters");
  row.require_table(plugin.quantities, plugin.quantity_count, "quantities");
  row.require_table(plugin.nodes, plugin.node_count, "nodes");
  for (std::size_t i = 0; i < plugin.parameter_count; ++i) {
    tables.parameters.push_back(parameter_of({file, tables.id, tables.kloe}, plugin.parameters[i], i));
  }
  for (std::size_t i = 0; i < plugin.quantity_count; ++i) {
    tables.quantities.push_back(quantity_of({file, tables.id, tables.kloe}, plugin.quantities[i], i));
  }
  for (std::size_t i = 0; i < plugin.node_count; ++i) {
    tables.nodes.push_back(node_of({file, tables.id, tables.kloe}, plugin.nodes[i], i));
  }
  require_unique(file, "parameter", tables.parameters);
  require_unique(file, "quantity", tables.quantities);
  require_unique(file, "node", tables.nodes);
  require_one_score(row, tables);
  return tables;
}

std::string difference(const Tables& a, const Tables& b) {
  if (a.id != b.id) return "plugin " + a.id + " against " + b.id;
  for (const std::string& found :
       {first_difference("parameters", a.parameters, b.parameters),
        first_difference("quantities", a.quantities, b.quantities), first_difference("nodes", a.nodes, b.nodes)}) {
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace uor::host
