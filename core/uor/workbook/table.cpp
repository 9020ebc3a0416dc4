#include "core/uor/workbook/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/uor/base/input_limits.hpp"
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
  find_columns(heading_row, headings);
  for (const std::string& heading : optional) find_column(heading_row, heading);
  std::set<int> read;
  for (const auto& entry : columns_) read.insert(entry.second);
  for (const auto& [position, cell] : sheet.cells) {
    if (position.row > heading_row && read.contains(position.column) && (rows_.empty() || rows_.back() != position.row))
      rows_.push_back(position.row);
  }
  if (rows_.size() > limits::table_rows)
    throw Error({sheet.file}, fmt::format("sheet '{}' has more than {} rows with values, delete what uor does not need",
                                          sheet.name, limits::table_rows));
  refuse_merged(heading_row);
}

/// The file holds the value of merged cells once: of the others nobody can tell whether they are blank or the same.
void Table::refuse_merged(int heading_row) const {
  for (const Merged& merged : sheet_.merged) {
    const int first = std::max(merged.first.row, heading_row);
    const auto inside = std::count_if(columns_.begin(), columns_.end(), [&](const auto& entry) {
      return entry.second >= merged.first.column && entry.second <= merged.last.column;
    });
    if (merged.last.row < first || inside * (merged.last.row - first + 1) < 2) continue;
    for (auto at = sheet_.cells.lower_bound(merged.first); at != sheet_.cells.end() && at->first.row <= merged.last.row;
         ++at) {
      if (at->first.column < merged.first.column || at->first.column > merged.last.column) continue;
      throw Error({fmt::format("{}: sheet '{}', cells {}:{}", sheet_.file, sheet_.name, name_of(merged.first),
                               name_of(merged.last))},
                  "are merged (which rows and columns their value is meant for is not known), unmerge them and fill in "
                  "each cell");
    }
  }
}

bool Table::find_column(int heading_row, const std::string& heading) {
  for (auto at = sheet_.cells.lower_bound({heading_row, 0}); at != sheet_.cells.end() && at->first.row == heading_row;
       ++at) {
    if (!is_heading(at->second, heading)) continue;
    if (columns_.emplace(heading, at->first.column).second) continue;
    throw Error(sheet_.where(at->first), fmt::format("a second column is headed '{}', delete or rename one", heading));
  }
  return columns_.contains(heading);
}

void Table::find_columns(int heading_row, const std::vector<std::string>& headings) {
  for (const std::string& heading : headings) {
    if (find_column(heading_row, heading)) continue;
    throw Error(sheet_.where_row(heading_row),
                fmt::format("no column is headed '{}' (renamed or deleted?), put it back; {}", heading, fresh));
  }
}

const Cell* Table::cell(int row, const std::string& heading) const {
  return has(heading) ? sheet_.find({row, column(heading)}) : nullptr;
}

Where Table::where(int row, const std::string& heading) const {
  return has(heading) ? sheet_.where({row, column(heading)}) : where(row);
}

const Sheet& required_sheet(const Book& book, const std::string& name) {
  if (const Sheet* sheet = book.find(name)) return *sheet;
  throw Error({book.path}, fmt::format("no sheet is called '{}'.{} Its sheets are: {}; {}", name,
                                       did_you_mean(name, book.names()), fmt::join(book.names(), ", "), fresh));
}

}  // namespace uor::workbook
