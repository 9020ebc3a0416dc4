#include "core/uor/workbook/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

namespace {

constexpr const char* fresh = "`uor init FILE.xlsx` writes a fresh one to compare with";

bool is_heading(const Cell& cell, const std::string& heading) {
  return cell.kind == Cell::Kind::text && folded(cell.text) == folded(heading);
}

}  // namespace

Table::Table(const Sheet& sheet, const std::vector<std::string>& headings, const std::vector<std::string>& optional)
    : sheet_(sheet) {
  const auto first = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                  [&](const auto& cell) { return is_heading(cell.second, headings[0]); });
  if (first == sheet.cells.end()) {
    throw Error({sheet.file}, fmt::format("sheet '{}' has no heading '{}' (its headings are {}), put it back; {}",
                                          sheet.name, headings[0], fmt::join(headings, ", "), fresh));
  }
  const int heading_row = first->first.row;
  find_columns(heading_row, headings, true);
  find_columns(heading_row, optional, false);
  std::set<int> read;
  for (const auto& entry : columns_) read.insert(entry.second);
  for (const auto& [position, cell] : sheet.cells) {
    if (position.row > heading_row && read.contains(position.column) && (rows_.empty() || rows_.back() != position.row))
      rows_.push_back(position.row);
  }
}

void Table::find_columns(int heading_row, const std::vector<std::string>& headings, bool required) {
  for (const std::string& heading : headings) {
    for (auto at = sheet_.cells.lower_bound({heading_row, 0}); at != sheet_.cells.end() && at->first.row == heading_row;
         ++at) {
      if (!is_heading(at->second, heading)) continue;
      if (columns_.emplace(heading, at->first.column).second) continue;
      throw Error(sheet_.where(at->first),
                  fmt::format("a second column is headed '{}', delete or rename one", heading));
    }
    if (columns_.contains(heading) || !required) continue;
    throw Error(sheet_.where_row(heading_row),
                fmt::format("no column is headed '{}' (renamed or deleted?), put it back; {}", heading, fresh));
  }
}

const Cell* Table::cell(int row, const std::string& heading) const { return sheet_.find({row, column(heading)}); }

Where Table::where(int row, const std::string& heading) const { return sheet_.where({row, column(heading)}); }

const Sheet& required_sheet(const Book& book, const std::string& name) {
  if (const Sheet* sheet = book.find(name)) return *sheet;
  throw Error({book.path}, fmt::format("no sheet is called '{}'.{} Its sheets are: {}; {}", name,
                                       did_you_mean(name, book.names()), fmt::join(book.names(), ", "), fresh));
}

}  // namespace uor::workbook
