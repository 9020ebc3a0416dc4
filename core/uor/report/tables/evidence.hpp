// The evidence that a trust file gives.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Empty where none is given.
Table evidence(const TrustFigures& trust);

}  // namespace uor::report::tables
