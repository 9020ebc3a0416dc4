// A run of several trusts: how many hold each rating.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Its note says how much wider the numbers vary than if trusts were independent.
Table sector_counts(const Figures& run);

/// All trusts together, in one number.
Table together(const Figures& run);

Table types(const Figures& run);

/// By region, then by local partnership (STP); no rows where nobody says where trusts are.
Table regions(const Figures& run);

}  // namespace uor::report::tables
