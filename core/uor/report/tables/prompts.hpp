// The prompts of the framework, as a trust prepares for them.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

Table prompts(const TrustFigures& trust);

/// The steps of an assessment, by the day of the visit.
Table process(const Figures& run);

}  // namespace uor::report::tables
