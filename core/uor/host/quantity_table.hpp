// Rows of the tables of quantities and parameters.
#pragma once

#include <cstddef>
#include <string>

#include "core/uor/base/quantity.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::host {

/// Whose table is read.
struct Owner {
  std::string file;
  std::string plugin;
  std::string kloe;  // empty: does not score
};

/// One declared quantity; Error naming file, quantity and field when it breaks a rule.
Quantity quantity_of(const Owner& owner, const uor_quantity& declared, std::size_t position);

/// One declared parameter; its value may be NaN (a policy must give it).
Parameter parameter_of(const Owner& owner, const uor_parameter& declared, std::size_t position);

}  // namespace uor::host
