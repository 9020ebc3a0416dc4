// Words as people type them into cells.
#pragma once

#include <string>
#include <string_view>

namespace uor::workbook {

/// In one line (one_line), A to Z as a to z: for comparing.
std::string folded(std::string_view text);

}  // namespace uor::workbook
