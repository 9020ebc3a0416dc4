// The sheet of levers: a change a row, as far as one is given.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/uor/workbook/derived_text.hpp"
#include "core/uor/workbook/table.hpp"

namespace uor::workbook {

struct LeverRow {
  Where where;        // of the row
  std::string level;  // as it is written; empty: in every level
  Where level_where;
  bool varies = false;                                // with lowest and highest: [[vary]], else [[change]]
  std::vector<std::pair<std::string, Where>> lines;   // of its table
  std::vector<std::pair<std::string, Where>> months;  // further ones, which it can do without
};

/// The rows in which more than the key is filled in. A lever may have several. Wrong cells are refused into `out`.
std::vector<LeverRow> lever_rows(const Sheet& sheet, DerivedText& out);

}  // namespace uor::workbook
