// Charts of odds, drawn from a table that has each rating's share and its error.
#pragma once

#include <string>

#include "core/uor/workbook/book_writer.hpp"

namespace uor::report::book {

/// Columns of such a table: four shares, each with its error.
struct ColumnRange {
  int first, last;
};
inline constexpr ColumnRange odds_columns = {3, 10};

/// Bars of the shares of rows first..last.
workbook::Chart odds_chart(const std::string& sheet, int first, int last, const std::string& title);

}  // namespace uor::report::book
