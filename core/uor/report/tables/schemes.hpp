// Savings by scheme.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Of one side, beside what the baseline delivers, and all schemes together.
Table schemes(const Figures& run, const TrustFigures& trust, std::size_t side);

}  // namespace uor::report::tables
