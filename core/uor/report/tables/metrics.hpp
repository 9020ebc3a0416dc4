// The initial metrics at the rating, and where their national figures come from.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Of all sides, a row a metric and side.
Table metrics_by_side(const Figures& run, const TrustFigures& trust);
/// The same as it is read, sides beside each other; national figures are those of the baseline.
Table metrics(const Figures& run, const TrustFigures& trust);

/// Of the run's first trust in full.
Table sources(const Figures& run);

/// What bringing each metric to the median, the better quartile and the peers is worth, and what stands beside metrics.
Table opportunities(const Figures& run, const TrustFigures& trust, std::size_t side);
Table ratios(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
