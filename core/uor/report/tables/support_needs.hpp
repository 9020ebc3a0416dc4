// Support needs and the ratings that a trust receives, as tables.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// A row a need: area, what was found, which rule says so.
Table support_needs(const Figures& run, const TrustFigures& trust);

/// A row a rating: five questions, use of resources as proposed and as published, quality, combined.
Table received(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
