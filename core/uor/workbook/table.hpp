// A table in a sheet: one row of headings, and the rows below it as far as they hold anything.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/uor/workbook/book.hpp"

namespace uor::workbook {

class Table {
 public:
  /// The first row of `sheet` that has the first of `headings`; Error when none has, for a heading that is missing or
  /// there twice, for merged cells of which several are read, and for more than limits::table_rows rows. Cells under an
  /// `optional` heading that a sheet lacks are blank.
  Table(const Sheet& sheet, const std::vector<std::string>& headings, const std::vector<std::string>& optional = {});

  /// Whether it has the column: of an optional one, which forms of earlier programs lack.
  bool has(const std::string& heading) const { return columns_.contains(heading); }

  /// Rows below the headings in which a cell under one of them holds something.
  const std::vector<int>& rows() const { return rows_; }
  const Cell* cell(int row, const std::string& heading) const;  // null when blank
  Where where(int row, const std::string& heading) const;
  Where where(int row) const { return sheet_.where_row(row); }
  const Sheet& sheet() const { return sheet_; }

 private:
  int column(const std::string& heading) const { return columns_.at(heading); }
  /// False when no column is headed so.
  bool find_column(int heading_row, const std::string& heading);
  void find_columns(int heading_row, const std::vector<std::string>& headings);
  void refuse_merged(int heading_row) const;

  const Sheet& sheet_;
  std::map<std::string, int> columns_;  // by heading as `headings` has it
  std::vector<int> rows_;
};

/// A sheet that must be there; Error with the nearest name.
const Sheet& required_sheet(const Book& book, const std::string& name);

}  // namespace uor::workbook
