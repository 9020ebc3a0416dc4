// Good practice of several trusts as tables.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// A row a metric: how many report it, their median, and the best of them.
Table practice(const Figures& run);

/// A row a metric and region, the best median first.
Table practice_by_region(const Figures& run);

}  // namespace uor::report::tables
