// Rows of the table of nodes.
#pragma once

#include <cstddef>

#include "core/uor/host/quantity_table.hpp"

namespace uor::host {

/// One declared node; Error naming file, node and field when it breaks a rule.
Node node_of(const Owner& owner, const uor_node& declared, std::size_t position);

}  // namespace uor::host
