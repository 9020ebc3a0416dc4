// The cells of a table as numbers with their formats: each figure of a cell in a column of its own.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/uor/report/tables/table.hpp"

namespace uor::report::book {

struct Number {
  double value;
  std::string format;
};

/// Blank, words or a number; one that is not finite is left blank.
using CellValue = std::variant<std::monostate, std::string, Number>;

/// The columns of numbers that a table has, in its order, without what is only read.
std::vector<tables::InNumbers> number_columns(const tables::Table& table);

/// The rows of numbers that one row of the table is: one, or one for each of its statistics.
std::vector<std::vector<CellValue>> number_rows(const tables::Table& table, const tables::Row& row);

}  // namespace uor::report::book
