// Workbook files of given parts.
#pragma once

#include <map>
#include <string>

#include "tests/core/base/temporary_file.hpp"

namespace uor::test {

using FileParts = std::map<std::string, std::string>;

/// The bytes of a zip archive of these parts.
std::string zipped(const FileParts& parts);

/// The parts of a workbook with sheets of that <sheetData> content, by tab.
FileParts book_parts(const std::map<std::string, std::string>& sheets, const std::string& strings = {},
                     const std::string& styles = {});

/// A workbook with one sheet, "One".
inline std::string one_sheet(const std::string& rows, const std::string& strings = {}, const std::string& styles = {}) {
  return zipped(book_parts({{"One", rows}}, strings, styles));
}

}  // namespace uor::test
