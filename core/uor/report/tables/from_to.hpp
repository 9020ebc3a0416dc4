// From rating to rating: rows the rating on one side, columns on another.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// In expected trials, of one trust.
Table from_to(const analyse::FromTo& pairs, const std::string& caption, const std::string& trust = {},
              const std::string& side = {});
/// From the baseline of a run to one of its sides.
Table from_to(const Figures& run, const TrustFigures& trust, std::size_t side);

/// In expected trusts, of all trusts of a run.
Table sector_from_to(const Figures& run, std::size_t side);

}  // namespace uor::report::tables
