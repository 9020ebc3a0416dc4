#include "core/uor/workbook/words.hpp"

#include <algorithm>

#include "core/uor/base/written.hpp"

namespace uor::workbook {

std::string folded(std::string_view text) {
  std::string lower = one_line(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace uor::workbook
