#include "core/uor/trust/csv.hpp"

#include <algorithm>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/bad_rows.hpp"

namespace uor::trust {

namespace {

/// Walks over the text, a cell at a time.
class Scanner {
 public:
  Scanner(std::string_view text, const std::string& path) : text_(text), where_{path, 1, 1} {}

  bool at_end() const { return position_ == text_.size(); }

  CsvRow row() {
    const std::size_t start = position_;
    CsvRow row;
    do {
      row.cells.push_back(cell());
    } while (take(','));
    row.text = std::string(text_.substr(start, position_ - start));
    line_end();
    return row;
  }

  /// A first line that tells a spreadsheet the separator, `sep=,`.
  void separator_line() {
    const std::string_view rest = text_.substr(position_);
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    const bool states = line.size() >= 4 && plain_word(line.substr(0, 4)) == "sep=";
    if (!states) return;
    if (trimmed(line.substr(4)) != ",") {
      throw Error(where_, "'" + visible(line) +
                              "' names another separator than the comma, save the file as CSV UTF-8 " +
                              "(comma delimited)");
    }
    while (!at_end() && position_ < line.size()) advance();
    line_end();
  }

 private:
  CsvCell cell() {
    CsvCell cell{"", where_};
    if (take('"')) {
      cell.text = quoted(cell.where);
    } else {
      while (!at_cell_end()) {
        if (text_[position_] == '"') {
          throw Error(where_, "a quote inside an unquoted cell (malformed), put the whole cell in quotes");
        }
        cell.text += advance();
      }
    }
    if (!at_cell_end()) throw Error(where_, "text after a closing quote (malformed), write a quote inside as \"\"");
    return cell;
  }

  std::string quoted(const Where& opened) {
    std::string text;
    while (!at_end()) {
      if (!take('"')) {
        text += advance();
      } else if (take('"')) {
        text += '"';
      } else {
        return text;
      }
    }
    throw Error(opened, "this quote is never closed (malformed), add the closing quote");
  }

  bool at_cell_end() const {
    if (at_end()) return true;
    const char c = text_[position_];
    return c == ',' || c == '\n' || c == '\r';
  }

  /// LF, CRLF or, as old spreadsheets of the Macintosh write it, CR.
  void line_end() {
    if (take('\r') && !take('\n'))
      new_line();
    else
      take('\n');
  }

  void new_line() {
    ++where_.line;
    where_.column = 1;
  }

  char advance() {
    const char c = text_[position_++];
    if (c == '\n') {
      new_line();
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {  // not inside a character of several bytes
      ++where_.column;
    }
    return c;
  }

  bool take(char expected) {
    if (at_end() || text_[position_] != expected) return false;
    advance();
    return true;
  }

  std::string_view text_;
  Where where_;
  std::size_t position_ = 0;
};

bool has_no_text(const CsvCell& cell) { return trimmed(cell.text).empty(); }

bool has_no_text(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const CsvCell& cell) { return has_no_text(cell); });
}

/// The columns of the header by another separator than the comma; empty when it has none.
std::string other_separator(const CsvRow& header) {
  const auto count = [&](char c) { return std::count(header.text.begin(), header.text.end(), c); };
  const auto commas = count(',');
  if (count(';') > commas) return "semicolons";
  if (count('\t') > commas) return "tabs";
  return count('|') > commas ? "bars" : "";
}

void check_header(const CsvRow& header) {
  if (const std::string separator = other_separator(header); !separator.empty()) {
    throw Error(header.cells[0].where, "the columns are separated by " + separator +
                                           " (commas are needed), save the file as CSV UTF-8 (comma delimited)");
  }
  if (header.cells.size() > limits::csv_columns) {
    throw Error(header.cells[limits::csv_columns].where,
                "more than " + std::to_string(limits::csv_columns) + " columns, delete those that are not needed");
  }
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const CsvCell& cell = header.cells[i];
    for (std::size_t j = 0; j < i && !cell.text.empty(); ++j) {
      if (header.cells[j].text != cell.text) continue;
      throw Error(cell.where, "duplicate column '" + visible(cell.text) + "' (also column " + std::to_string(j + 1) +
                                  "), delete one");
    }
  }
}

/// Of cells beyond the header the blank ones are no cells: spreadsheets write them below wider tables.
void drop_blank_end(CsvRow& row, std::size_t columns) {
  while (row.cells.size() > columns && has_no_text(row.cells.back())) row.cells.pop_back();
}

/// Columns without a name and without values are no columns.
void drop_blank_columns(CsvTable& table) {
  std::vector<CsvCell>& header = table.header.cells;
  for (std::size_t column = header.size(); column-- > 0;) {
    if (!header[column].text.empty()) continue;
    for (const CsvRow& row : table.rows) {
      if (has_no_text(row.cells[column])) continue;
      throw Error(row.cells[column].where, "'" + visible(row.cells[column].text) + "' stands in column " +
                                               std::to_string(column + 1) +
                                               ", which has no name (blank header), name the column or delete it");
    }
    header.erase(header.begin() + static_cast<std::ptrdiff_t>(column));
    for (CsvRow& row : table.rows) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(column));
  }
}

void check_row(const CsvRow& row, std::size_t columns) {
  const std::size_t cells = row.cells.size();
  if (cells == columns) return;
  const std::string counts = std::to_string(cells) + " cells, the header has " + std::to_string(columns);
  if (cells > columns) {
    throw Error(row.cells[columns].where,
                "too many cells: " + counts + " (a thousands separator?), put numbers such as \"1,234\" in quotes");
  }
  throw Error(row.cells.back().where, "too few cells: " + counts + " (a missing comma?), leave unknown cells blank");
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto at =
      std::find_if(header.cells.begin(), header.cells.end(), [&](const CsvCell& cell) { return cell.text == name; });
  if (at == header.cells.end()) return {};
  return static_cast<std::size_t>(at - header.cells.begin());
}

CsvTable parse_csv(const std::string& text, const std::string& path) { return parse_csv(text, path, BadRows()); }

CsvTable parse_csv(const std::string& text, const std::string& path, const BadRows& bad) {
  Scanner scanner(without_byte_order_mark(text), path);
  scanner.separator_line();
  CsvTable table;
  while (has_no_text(table.header) && !scanner.at_end()) table.header = scanner.row();
  if (has_no_text(table.header))
    throw Error({path, 1, 1}, "no row has text (an empty table), write a header and rows below it");
  for (CsvCell& cell : table.header.cells) cell.text = std::string(trimmed(cell.text));
  check_header(table.header);
  while (!scanner.at_end()) {
    CsvRow row = scanner.row();
    if (has_no_text(row)) continue;
    drop_blank_end(row, table.header.cells.size());
    if (bad.keep_reading([&] { check_row(row, table.header.cells.size()); })) table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) {
    drop_blank_columns(table);
  } else {
    throw Error(table.header.cells[0].where, "a header without rows (nothing to read), add a row below it");
  }
  return table;
}

}  // namespace uor::trust
