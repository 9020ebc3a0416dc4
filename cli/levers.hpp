// The drivers that a trust can change.
#pragma once

#include <vector>

#include "core/uor/host/catalogue.hpp"

namespace uor::cli {

/// In the order of the plugins and their declarations; they live as long as `catalogue`.
std::vector<const Quantity*> levers_of(const host::Catalogue& catalogue);

}  // namespace uor::cli
