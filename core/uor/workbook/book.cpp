#include "core/uor/workbook/book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/base/written.hpp"
#include "core/uor/workbook/archive.hpp"
#include "core/uor/workbook/parts.hpp"
#include "core/uor/workbook/words.hpp"

namespace uor::workbook {

const Cell* Sheet::find(const Position& position) const {
  const auto at = cells.find(position);
  return at == cells.end() ? nullptr : &at->second;
}

Where Sheet::where(const Position& position) const {
  return {fmt::format("{}: sheet '{}', cell {}", file, name, name_of(position))};
}

Where Sheet::where_row(int row) const { return {fmt::format("{}: sheet '{}', row {}", file, name, row)}; }

const Sheet* Book::find(const std::string& name) const {
  const auto same = [&](const Sheet& sheet) { return folded(sheet.name) == folded(name); };
  const auto at = std::find_if(sheets.begin(), sheets.end(), same);
  return at == sheets.end() ? nullptr : &*at;
}

std::vector<std::string> Book::names() const {
  std::vector<std::string> names;
  for (const Sheet& sheet : sheets) names.push_back(sheet.name);
  return names;
}

bool is_workbook(const std::string& path) { return ends_like(path, ".xlsx") || ends_like(path, ".xlsm"); }

Book read_book(const std::string& path, const std::vector<std::string>& wanted) {
  Archive archive(path);
  Book book{path, archive.sha256(), {}};
  const Parts parts = read_parts(archive);
  for (const SheetPart& part : parts.sheets) {
    Sheet sheet{part.name, path, {}, {}};
    const auto same = [&](const std::string& name) { return folded(name) == folded(part.name); };
    if (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), same)) read_cells(archive, part, parts, sheet);
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

}  // namespace uor::workbook
