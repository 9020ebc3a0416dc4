// The key lines of enquiry at the rating.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// Of all sides of a trust: what each line's score rounds to, and the score. Its note says what the lines weigh.
/// As the figures call the key line; its id where they have none.
std::string title_of_kloe(const TrustFigures& trust, const std::string& id);

Table kloes(const Figures& run, const TrustFigures& trust);

}  // namespace uor::report::tables
