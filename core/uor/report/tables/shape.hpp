// How tables of one shape are put together, and which of their columns are read.
#pragma once

#include "core/uor/report/tables/table.hpp"

namespace uor::report::tables {

/// One under the other, under the columns, caption and note of the first.
Table stacked(std::vector<Table> parts);

/// The first rows of all, then the second ones.
Table in_turn(std::vector<Table> parts);

/// One a side: their columns for each side beside each other, under the titles of the sides; the others are those of
/// the first. Of the columns for each side those without a heading stand under the title of the side, the others are
/// changes, which the first side does not have.
Table beside(const std::vector<Table>& sides, const std::vector<std::string>& titles);

/// What is read: without the columns for programs, in the order of their places, figures without errors where the
/// column says so.
Table as_read(const Table& table);

}  // namespace uor::report::tables
