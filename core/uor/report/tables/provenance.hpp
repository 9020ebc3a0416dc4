// Where the figures of a run come from.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// File, program, run, what went in and plugins as they are read; of many trusts only their number.
Table provenance(const Figures& run);

// For programs.
Table run_facts(const Origin& origin);
Table inputs(const Origin& origin);
Table plugins(const Origin& origin);
Table standing(const Origin& origin);  // rows of the policy by standing

}  // namespace uor::report::tables
