// Words as people type them into cells.
#pragma once

#include <string>
#include <string_view>

namespace uor::workbook {

/// Without blanks (also no-break spaces) at the ends, A to Z as a to z: for comparing.
std::string folded(std::string_view text);

}  // namespace uor::workbook
