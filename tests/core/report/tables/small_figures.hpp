// Figures of one trust on two sides, small enough to know each number of its tables.
#pragma once

#include "core/uor/report/figures.hpp"
#include "core/uor/report/tables/table.hpp"

namespace uor::report::test {

/// RF4 with the sides "Baseline" and "Slip", two months, 100 trials.
Figures small_figures();

/// What is read of a row, cell by cell.
std::vector<std::string> words_of_row(const tables::Table& table, std::size_t row);

/// The headings that are read.
std::vector<std::string> headings(const tables::Table& table);

using Words = std::vector<std::string>;

}  // namespace uor::report::test
