// A sheet of the report's workbook: a title, then tables one below the other.
#pragma once

#include <string>

#include "core/uor/report/workbook/numbers.hpp"
#include "core/uor/workbook/book_writer.hpp"

namespace uor::report::book {

class Sheet {
 public:
  /// Title and one line of explanation; the widths of the columns of `table` hold for the whole sheet.
  Sheet(workbook::BookWriter& book, const std::string& name, const std::string& title, const std::string& about,
        const tables::Table& table);

  /// Headings of a table, under a caption where it is not the sheet's only one.
  void headings(const tables::Table& table, const std::string& caption = {});
  /// Its rows; the number of the first.
  int rows(const tables::Table& table);
  void words(const std::string& text);  // over all columns
  void space() { ++row_; }
  void freeze(int columns) { sheet_.freeze(row_ - 1, columns); }  // what is above stays in view

  /// Headings that stay in view with so many columns, rows under a name of their own, and filters where they are asked
  /// for.
  void whole(const tables::Table& table, const std::string& name, int frozen, bool filtered = false);

  int next() const { return row_; }  // the next free row
  workbook::SheetWriter& sheet() { return sheet_; }
  /// Gives the rows `first` to the last written a name, over columns from..to.
  void name(const std::string& name, int first, int from, int to);

 private:
  void row(const std::vector<CellValue>& cells);

  workbook::BookWriter& book_;
  workbook::SheetWriter& sheet_;
  std::vector<tables::InNumbers> columns_;
  int row_ = 1;
};

}  // namespace uor::report::book
