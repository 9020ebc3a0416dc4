// A trust as a table of one row, by field ids, that reads back as the same facts.
#pragma once

#include <string>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// Header and row, with a column for each fact that is reported, and for its rounding, its source and its basis where
/// it has them. parse_trust_csv reads them back.
std::string known_row(const Trust& trust);

}  // namespace uor::trust
