// From the parts of a workbook file to cells: which part is which sheet, what strings and number formats they share.
#pragma once

#include <string>
#include <vector>

#include "core/uor/workbook/archive.hpp"
#include "core/uor/workbook/book.hpp"

namespace uor::workbook {

struct SheetPart {
  std::string name;  // of the tab
  std::string part;  // "xl/worksheets/sheet1.xml"
};

struct Parts {
  std::vector<SheetPart> sheets;
  std::vector<std::string> strings;  // by index
  std::vector<Shown> styles;         // how a cell of that style shows numbers
  bool from_1904 = false;            // days count from 1904, as old workbooks of the Macintosh have them
};

/// Error naming the part for what is missing or not as a workbook has it.
Parts read_parts(Archive& archive);

/// Fills sheet.cells from its part. Error naming cell and sheet.
void read_cells(Archive& archive, const SheetPart& part, const Parts& parts, Sheet& sheet);

}  // namespace uor::workbook
