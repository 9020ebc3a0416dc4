#include "cli/text_table.hpp"

#include <algorithm>
#include <cassert>

namespace uor::cli {

void TextTable::row(std::vector<std::string> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

Lines TextTable::lines() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& cells : rows_)
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], visible_width(cells[i]));
  Lines lines;
  for (const auto& cells : rows_) {
    std::string line = indent_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string padding(widths[i] - visible_width(cells[i]), ' ');
      if (i > 0) line += "  ";
      line += columns_[i] == Align::left ? cells[i] + padding : padding + cells[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(line);
  }
  return lines;
}

Lines side_by_side(const Lines& left, const Lines& right, std::size_t gap) {
  std::size_t width = 0;
  for (const std::string& line : left) width = std::max(width, visible_width(line));
  Lines lines;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string line = i < left.size() ? left[i] : std::string();
    if (i < right.size()) line += std::string(width - visible_width(line) + gap, ' ') + right[i];
    lines.push_back(line);
  }
  return lines;
}

}  // namespace uor::cli
