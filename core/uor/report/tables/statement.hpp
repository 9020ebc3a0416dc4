// Money of one trust: the statement of the first year, the steps between plan, forecasts and underlying position, and
// its lines by month.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Of one side: months and the year that they add up to.
Table statement(const Figures& run, const TrustFigures& trust, std::size_t side);

/// Why the statement of a side steps where accounts meet the forecast; a row a side of which there is something to say.
Table statement_steps(const Figures& run, const TrustFigures& trust);

/// A row a side and step; `bridge` and `own_forecast` are the same as they are read, sides beside each other.
Table bridge_by_side(const Figures& run, const TrustFigures& trust);
Table bridge(const Figures& run, const TrustFigures& trust);
Table own_forecast_by_side(const Figures& run, const TrustFigures& trust);
Table own_forecast(const Figures& run, const TrustFigures& trust);

/// One quantity by side and month.
Table line(const Figures& run, const TrustFigures& trust, const Line& line);

/// Sustainability funding by quarter.
Table fund(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
