// A workbook as it was saved: sheets of cells, with nothing known of what they mean.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/workbook/cell.hpp"

namespace uor::workbook {

inline constexpr std::size_t most_cells = 500000;  // of one sheet, blank ones not counted

/// Cells that are shown as one: the value of the first stands for all, whatever the file has in the others.
struct Merged {
  Position first, last;
};

struct Sheet {
  std::string name;
  std::string file;                // of the workbook, for messages
  std::map<Position, Cell> cells;  // by row, then column; blank cells and text of blanks only are left out
  std::vector<Merged> merged;

  /// The cell there, or null when it is blank.
  const Cell* find(const Position& position) const;
  /// "trust.xlsx: sheet 'Metrics', cell C12", and the same of a row.
  Where where(const Position& position) const;
  Where where_row(int row) const;
};

struct Book {
  std::string path;
  std::string sha256;         // of the file
  std::vector<Sheet> sheets;  // in the order of the tabs, hidden ones too

  const Sheet* find(const std::string& name) const;  // capitals and blanks at the ends do not matter
  std::vector<std::string> names() const;
};

/// Whether a path ends like a workbook that read_book reads: .xlsx or .xlsm, capitals do not matter.
bool is_workbook(const std::string& path);

/// Reads the cells of the sheets that are named in `wanted` (all of them when it is empty); others have no cells.
/// Shared and inline strings, numbers, flags, errors and the values that formulas gave. Error as Archive, and naming
/// the part for missing or malformed parts, naming the cell for one that no sheet has.
Book read_book(const std::string& path, const std::vector<std::string>& wanted = {});

}  // namespace uor::workbook
