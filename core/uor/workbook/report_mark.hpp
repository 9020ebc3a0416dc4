// How a workbook that `uor report` wrote is told from one that somebody works in: a form, or a report since changed.
#pragma once

#include <string>

namespace uor::workbook {

/// A property of the file that reports have and forms lack; programs that save a workbook keep it.
inline constexpr const char* report_property = "uor";
inline constexpr const char* report_property_value = "report";

/// Whether the file has that property and was saved when it was made and never since: every spreadsheet program states
/// a later time of the last change. False for what is no workbook.
bool is_report_as_written(const std::string& path);

}  // namespace uor::workbook
