// Text and names as a workbook can hold them, whatever they come from.
#pragma once

#include <cstddef>
#include <string>

namespace uor::workbook {

inline constexpr std::size_t longest_cell = 32767;  // Excel's limit

/// `text` for a cell: U+FFFD for characters that XML cannot hold; of one that is too long, counted as the programs
/// count, in units of UTF-16, the beginning, and words that say so.
std::string cell_text(const std::string& text);

/// The same for a title of a chart, which the library takes for a formula when it begins with "=".
std::string title_text(const std::string& text);

/// At most `characters` of UTF-8 text.
std::string cut(const std::string& text, std::size_t characters);

/// `text` as a name that Excel's rules allow: letters, digits, underscores and points, others as underscores; one in
/// front where it would begin with a digit or a point or be taken for a cell (A1, R1C1). At most 121 characters.
std::string range_name(const std::string& text);

}  // namespace uor::workbook
