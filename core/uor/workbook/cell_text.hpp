// Texts that are longer than a spreadsheet program takes.
#pragma once

#include <string>

namespace uor::workbook {

inline constexpr std::size_t most_in_a_cell = 32767, most_in_a_property = 255;

/// At most `characters` of UTF-8 text.
std::string cut(const std::string& text, std::size_t characters);

/// A text as a cell can hold it, counted as the programs count, in units of UTF-16: of a longer one the beginning, and
/// words that say so. What is not UTF-8 is replaced.
std::string cell_text(const std::string& text);

}  // namespace uor::workbook
