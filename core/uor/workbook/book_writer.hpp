// Writing workbooks: sheets, cells with a look, choices, charts and names, over libxlsxwriter. The file appears when it
// is finished, whole or not at all.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/uor/base/partial_file.hpp"
#include "core/uor/workbook/cell.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;
struct lxw_chart;

namespace uor::workbook {

/// Colours of the NHS identity and its frontend (nhsuk-frontend, settings/colours).
namespace colour {
inline constexpr std::uint32_t blue = 0x005EB8, dark_blue = 0x003087, white = 0xFFFFFF, black = 0x212B32;
inline constexpr std::uint32_t grey = 0x4C6272, pale_grey = 0xF0F4F5, line = 0xD8DDE0, pale_blue = 0xE8EDEE;
inline constexpr std::uint32_t input = 0xFFF9C4;  // where somebody types
}  // namespace colour

enum class Align { left, right, centre };

/// How a cell looks; equal looks are one format of the file.
struct Look {
  std::uint32_t font = colour::black;
  std::uint32_t fill = colour::white;
  double size = 11;
  bool bold = false, italic = false, wrap = false, border = false;
  bool open = false;  // may be changed in a protected sheet
  int indent = 0;     // from the left edge
  Align align = Align::left;
  std::string number_format = {};  // "0.0", empty: General
  auto operator<=>(const Look&) const = default;
};

/// A range of cells, both ends included.
struct Range {
  Position first, last;
};

struct Series {
  std::string name;
  std::string sheet;
  Range categories, values;  // of that sheet
  std::uint32_t colour = colour::blue;
  bool dashed = false;  // of a line
};

/// A native chart that draws from cells.
struct Chart {
  enum class Kind { columns, stacked_bars, lines };
  Kind kind = Kind::columns;
  std::string title, across, up;  // titles of the chart and its axes
  std::string number_format;      // of the values
  std::vector<Series> series;
  double width_pixels = 640, height_pixels = 320;
};

class BookWriter;

/// One sheet. Positions count from 1. A text that a cell cannot hold is cut, and says so. Error when a cell cannot be
/// written (beyond the sheet).
class SheetWriter {
 public:
  void text(const Position& at, const std::string& text, const Look& look);
  void number(const Position& at, double number, const Look& look);  // NaN is written as a blank
  void blank(const Position& at, const Look& look);
  void merged(const Range& range, const std::string& text, const Look& look);

  void width(int column, double characters);
  void height(int row, double points);
  void freeze(int rows, int columns);  // so many stay in view
  void print_wide(int repeated_rows);  // landscape A4, one page wide, these rows on every page
  /// Locks all cells that are not open; rows and columns may still be sized and rows inserted. Without a password.
  void protect();
  void filter(const Range& range);

  /// A list to choose from, with a hint. Together the words have at most 250 characters.
  void choices(const Range& range, const std::vector<std::string>& words, const std::string& title,
               const std::string& hint);
  /// A list that stands in the cells of `source` ("=Levers!$A$5:$A$20").
  void choices_from(const Range& range, const std::string& source, const std::string& title, const std::string& hint);
  /// A number from `lower` to `upper`, with a hint.
  void numbers(const Range& range, double lower, double upper, const std::string& title, const std::string& hint);

  void chart(const Position& at, const Chart& chart);
  const std::string& name() const { return name_; }

 private:
  friend class BookWriter;
  SheetWriter(BookWriter& book, lxw_worksheet* sheet, std::string name);
  void check(int problem, const Position& at) const;

  BookWriter& book_;
  lxw_worksheet* sheet_;
  std::string name_;
};

class BookWriter {
 public:
  explicit BookWriter(PartialFile file);
  ~BookWriter();  // leaves nothing behind when it was not finished
  BookWriter(const BookWriter&) = delete;
  BookWriter& operator=(const BookWriter&) = delete;

  SheetWriter& sheet(const std::string& name, std::uint32_t tab_colour = colour::blue);
  void properties(const std::string& title, const std::string& subject);
  /// Says in the file's own properties that the program wrote all of it, see report_mark.hpp.
  void mark_as_report();
  /// As range_name writes `wanted`, with a number where an earlier one reads the same. `range` as "=Summary!$B$3".
  void define_name(const std::string& wanted, const std::string& range);
  lxw_format* format(const Look& look);
  lxw_chart* new_chart(int type);

  /// Where the file lies then. Error (Fault::run) when it cannot be written.
  std::string finish();

 private:
  PartialFile file_;
  lxw_workbook* book_;
  bool marked_ = false;
  std::vector<std::unique_ptr<SheetWriter>> sheets_;
  std::map<Look, lxw_format*> formats_;
};

/// "'Savings schemes'!$A$5:$A$20".
std::string absolute(const std::string& sheet, const Range& range);

}  // namespace uor::workbook
