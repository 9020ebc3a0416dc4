// Rows of cells, aligned by column.
#pragma once

#include <string>
#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"

namespace uor::cli {

enum class Align { left, right };

/// The first of `count` columns to the left, the others to the right.
std::vector<Align> first_left(std::size_t count);

class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns, std::string indent = "  ")
      : columns_(std::move(columns)), indent_(std::move(indent)) {}

  /// As many cells as columns; a cell may hold colours. Heads come before rows, and may be several.
  void head(std::vector<std::string> cells);
  void row(std::vector<std::string> cells);

  /// One line a row, columns two spaces apart, no trailing spaces.
  Lines lines() const;

  /// The same, or for a plain style to be read aloud: the head of the first column as a title, then a line a row, its
  /// first cell and after it each figure with the head of its column.
  Lines lines(const Style& style) const;

 private:
  std::vector<Align> columns_;
  std::string indent_;
  Lines spoken() const;
  std::string head_of(std::size_t column) const;

  std::vector<std::vector<std::string>> rows_;  // heads first
  std::size_t heads_ = 0;
};

/// Two blocks of lines next to each other, the right one starting `gap` columns after the widest line of the left; for
/// a plain style the right one under the left.
Lines side_by_side(const Lines& left, const Lines& right, std::size_t gap, const Style& style);

}  // namespace uor::cli
