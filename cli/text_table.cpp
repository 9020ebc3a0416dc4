#include "cli/text_table.hpp"

#include <algorithm>
#include <cassert>

namespace uor::cli {

std::vector<Align> first_left(std::size_t count) {
  std::vector<Align> aligns(count, Align::right);
  aligns[0] = Align::left;
  return aligns;
}

void TextTable::head(std::vector<std::string> cells) {
  assert(heads_ == rows_.size());
  row(std::move(cells));
  ++heads_;
}

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

Lines TextTable::lines(const Style& style) const { return style.plain() ? spoken() : lines(); }

std::string TextTable::head_of(std::size_t column) const {
  std::string text;
  for (std::size_t head = 0; head < heads_; ++head) {
    const std::string& part = rows_[head][column];
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  }
  return text;
}

namespace {

/// What is padded to stand in columns has one space where they would be.
std::string in_one_piece(const std::string& cell) {
  std::string text;
  for (const char c : cell)
    if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

Lines TextTable::spoken() const {
  Lines lines;
  if (const std::string title = head_of(0); !title.empty()) lines.push_back(indent_ + title);
  for (std::size_t row = heads_; row < rows_.size(); ++row) {
    std::string line;
    for (std::size_t column = 1; column < columns_.size(); ++column) {
      const std::string cell = in_one_piece(rows_[row][column]);
      if (cell.empty()) continue;
      const std::string head = in_one_piece(head_of(column));
      line += (line.empty() ? ": " : "; ") + head + (head.empty() ? "" : " ") + cell;
    }
    lines.push_back(indent_ + "  " + rows_[row][0] + line);
  }
  return lines;
}

Lines side_by_side(const Lines& left, const Lines& right, std::size_t gap, const Style& style) {
  if (style.plain()) {
    Lines lines = left;
    lines.emplace_back();
    lines.insert(lines.end(), right.begin(), right.end());
    return lines;
  }
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
