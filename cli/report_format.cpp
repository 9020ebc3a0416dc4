#include "cli/report_format.hpp"

#include <algorithm>

#include "core/uor/base/written.hpp"

namespace uor::cli {

const FormatOfFile* format_of_file(std::string_view path) {
  static const std::vector<FormatOfFile> formats = {
      {ReportFormat::page, Written::page, "page", {".html", ".htm"}},
      {ReportFormat::workbook, Written::workbook, "workbook", {".xlsx"}},
      {ReportFormat::markdown, Written::markdown, "Markdown", {".md", ".markdown"}}};
  for (const FormatOfFile& format : formats)
    if (std::any_of(format.endings.begin(), format.endings.end(),
                    [&](std::string_view ending) { return ends_like(path, ending); }))
      return &format;
  return nullptr;
}

}  // namespace uor::cli
