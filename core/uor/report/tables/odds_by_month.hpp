// The odds of one trust, were the rating struck at the end of each month.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Of one side, a row a month.
Table odds_in_months(const Figures& run, const TrustFigures& trust, std::size_t side);

/// Of all sides as it is read, a column a month: the same turned, ratings as rows, outstanding first.
Table odds_by_month(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
