// Every trust of a run in a row.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// A row a trust and side, in the order of the figures; of a run without rows of its own, of the trusts in full.
Table trusts(const Figures& run);

/// Of one side as it is read: what it moves most first; of the baseline the lowest odds first.
Table trusts_of_side(const Figures& run, std::size_t side);

}  // namespace uor::report::tables
