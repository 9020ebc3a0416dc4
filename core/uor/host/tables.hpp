// From the C tables of a plugin to values of our own, with every rule of the contract that concerns one plugin.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/quantity.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::host {

struct Tables {
  std::string id, version, title, kloe;
  std::vector<Quantity> quantities;
  std::vector<Parameter> parameters;
  std::vector<Node> nodes;  // node_index set, plugin_index not
};

/// The tables of what contract_of() gave, checked; Error naming `file`, row and field.
Tables tables_of(const std::string& file, const uor_plugin& plugin);

/// Empty when both declare the same quantities, parameters and nodes in the same order, else what differs.
std::string difference(const Tables& a, const Tables& b);

}  // namespace uor::host
