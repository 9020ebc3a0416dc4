// A sheet of the report's workbook: a title, then tables one below the other.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/uor/report/figures.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/workbook/book_writer.hpp"

namespace uor::report {

/// Number formats by what is shown.
namespace format {
inline constexpr const char* percent = "0.0%";
inline constexpr const char* change = "+0.0%;-0.0%;0.0%";
inline constexpr const char* error = "0.00%";
inline constexpr const char* score = "0.000";
inline constexpr const char* score_change = "+0.000;-0.000;0.000";
inline constexpr const char* money = "#,##0.00";
inline constexpr const char* count = "#,##0";
inline constexpr const char* value = "#,##0.000";
}  // namespace format

struct Number {
  double value;
  const char* format;
};

/// Blank, words or a number; one that is not finite is left blank.
using CellValue = std::variant<std::monostate, std::string, Number>;

struct Column {
  std::string heading;
  double width;
  std::string unit = {};  // shown under the heading's words
};

class WorkbookSheet {
 public:
  /// Title and one line of explanation; the widths of `columns` hold for the whole sheet.
  WorkbookSheet(workbook::BookWriter& book, const std::string& name, const std::string& title, const std::string& about,
                const std::vector<Column>& columns);

  /// Headings of the sheet's columns, or of a table of its own. `top`: they stay in view.
  void headings(const std::string& caption = {});
  void headings(const std::string& caption, const std::vector<Column>& columns);
  void freeze(int columns) { sheet_.freeze(row_ - 1, columns); }
  void row(const std::vector<CellValue>& cells);
  void words(const std::string& text);  // over all columns
  void space() { ++row_; }

  int next() const { return row_; }  // the next free row
  workbook::SheetWriter& sheet() { return sheet_; }
  /// Gives the rows `first` to the last written a name, over columns from..to.
  void name(const std::string& name, int first, int from, int to);

 private:
  workbook::BookWriter& book_;
  workbook::SheetWriter& sheet_;
  std::vector<Column> columns_;
  int row_ = 1;
};

/// "M1 Apr", "M13 Apr (year 2)": of a month that counts from 0.
std::string month_heading(std::size_t month);

/// Colours that tell inadequate .. outstanding apart for every eye (Okabe and Ito, 2008).
inline constexpr std::array<std::uint32_t, 4> rating_colours = {0xD55E00, 0xE69F00, 0x56B4E9, 0x0072B2};

/// Colours of sides in charts: the baseline in grey, then the scenario's.
std::uint32_t side_colour(std::size_t side);

// The sheets, in their order.
void write_summary(workbook::BookWriter& book, const Figures& figures);
void write_odds(workbook::BookWriter& book, const Figures& figures);
void write_from_to(workbook::BookWriter& book, const Figures& figures);
void write_changes(workbook::BookWriter& book, const Figures& figures);
/// Of a run beside another: what went in otherwise; else nothing.
void write_facts(workbook::BookWriter& book, const Figures& figures);
void write_kloes(workbook::BookWriter& book, const Figures& figures);
void write_metrics(workbook::BookWriter& book, const Figures& figures);
void write_year(workbook::BookWriter& book, const Figures& figures);
void write_statements(workbook::BookWriter& book, const Figures& figures);
void write_savings(workbook::BookWriter& book, const Figures& figures);
void write_trusts(workbook::BookWriter& book, const Figures& figures);
void write_assumptions(workbook::BookWriter& book, const Figures& figures);
void write_provenance(workbook::BookWriter& book, const Figures& figures);

}  // namespace uor::report
