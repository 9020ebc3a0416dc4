// Limits on the rating and characteristics of the framework, in how many trials each holds.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Limits that apply in any trial of any side; what the odds are without each where that was studied.
Table limits(const Figures& run, const TrustFigures& trust);

/// Those that are typical of one rating (the policy's id of it).
Table characteristics(const Figures& run, const TrustFigures& trust, const std::string& rating);

}  // namespace uor::report::tables
