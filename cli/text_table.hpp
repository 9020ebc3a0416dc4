// Rows of cells, aligned by column.
#pragma once

#include <string>
#include <vector>

#include "cli/text.hpp"

namespace uor::cli {

enum class Align { left, right };

class TextTable {
 public:
  explicit TextTable(std::vector<Align> columns, std::string indent = "  ")
      : columns_(std::move(columns)), indent_(std::move(indent)) {}

  /// As many cells as columns; a cell may hold colours.
  void row(std::vector<std::string> cells);

  /// One line a row, columns two spaces apart, no trailing spaces.
  Lines lines() const;

 private:
  std::vector<Align> columns_;
  std::string indent_;
  std::vector<std::vector<std::string>> rows_;
};

/// Two blocks of lines next to each other, the right one starting `gap` columns after the widest line of the left.
Lines side_by_side(const Lines& left, const Lines& right, std::size_t gap);

}  // namespace uor::cli
