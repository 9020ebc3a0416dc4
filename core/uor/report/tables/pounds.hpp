// What sides bring against the baseline in pounds.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Changes by name, a row each, and a second one for the full year where it was simulated. Without rows where nothing
/// is known of any.
Table pounds(const std::string& code, const std::vector<std::pair<std::string, Pounds>>& changes);

/// Each side of a trust.
Table pounds(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
