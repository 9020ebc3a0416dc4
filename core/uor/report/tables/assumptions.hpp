// What was assumed of a trust.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Those from `first` to before `last`, with what knowing them is worth where that was studied.
Table assumptions(const TrustFigures& trust, const std::string& caption, std::size_t first, std::size_t last);

/// All of them.
Table assumptions(const TrustFigures& trust);

}  // namespace uor::report::tables
