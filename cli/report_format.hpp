// The formats of a report by the endings of its file: the one list of them.
#pragma once

#include <string_view>
#include <vector>

#include "cli/output_guard.hpp"

namespace uor::cli {

enum class ReportFormat { page, workbook, markdown };

struct FormatOfFile {
  ReportFormat format;
  Written written;
  std::string_view name;                  // "page"
  std::vector<std::string_view> endings;  // the first is the usual one
};

/// The format whose endings the name of a file has, in any capitals; nullptr where none has it.
const FormatOfFile* format_of_file(std::string_view path);

}  // namespace uor::cli
