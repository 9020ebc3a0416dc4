// The score that is shown beside the rating, by part and month.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// One of the trust's scores beside the rating, of one side: the parts, and the score as a whole.
Table score_beside(const Figures& run, const TrustFigures& trust, const ScoreBeside& score, std::size_t side);

}  // namespace uor::report::tables
