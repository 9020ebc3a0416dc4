#include "core/uor/trust/csv.hpp"

#include <algorithm>

#include "core/uor/base/text_file.hpp"

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
    if (!row.text.empty() && row.text.back() == '\r') row.text.pop_back();
    take('\n');
    return row;
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
    if (!at_end() && text_[position_] == '\r') advance();
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
    return c == ',' || c == '\n' || (c == '\r' && position_ + 1 < text_.size() && text_[position_ + 1] == '\n');
  }

  char advance() {
    const char c = text_[position_++];
    if (c == '\n') {
      ++where_.line;
      where_.column = 1;
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

bool is_blank(const CsvRow& row) { return row.cells.size() == 1 && trimmed(row.cells[0].text).empty(); }

void check_header(const CsvRow& header) {
  if (header.cells.size() == 1 && header.text.find_first_of(";\t|") != std::string::npos) {
    throw Error(header.cells[0].where, "one column only (another separator?), save the file with commas");
  }
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const CsvCell& cell = header.cells[i];
    if (cell.text.empty()) {
      throw Error(cell.where, "column " + std::to_string(i + 1) + " has no name (blank header), name or delete it");
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (header.cells[j].text != cell.text) continue;
      throw Error(cell.where,
                  "duplicate column '" + cell.text + "' (also column " + std::to_string(j + 1) + "), delete one");
    }
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

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty()) {
    if (blank(text.front())) {
      text.remove_prefix(1);
    } else if (blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.substr(0, 2) == no_break_space) {
      text.remove_prefix(2);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == no_break_space) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto at =
      std::find_if(header.cells.begin(), header.cells.end(), [&](const CsvCell& cell) { return cell.text == name; });
  if (at == header.cells.end()) return {};
  return static_cast<std::size_t>(at - header.cells.begin());
}

CsvTable parse_csv(const std::string& text, const std::string& path) {
  Scanner scanner(without_byte_order_mark(text), path);
  CsvTable table;
  table.header = scanner.row();
  for (CsvCell& cell : table.header.cells) cell.text = std::string(trimmed(cell.text));
  check_header(table.header);
  while (!scanner.at_end()) {
    CsvRow row = scanner.row();
    if (is_blank(row)) continue;
    check_row(row, table.header.cells.size());
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) {
    throw Error(table.header.cells[0].where, "a header without rows (nothing to read), add a row below it");
  }
  return table;
}

}  // namespace uor::trust
