// How a workbook that `uor report` wrote is told from one that somebody works in: a form, or a report since changed.
#pragma once

#include <string>

namespace uor::workbook {

/// A property of the file that reports have and forms lack: "report, SHA-256 ...", the digest of all parts.
inline constexpr const char* report_property = "uor";
/// Its value until with_digest() has seen all parts.
std::string report_property_value();

/// The bytes of the workbook in that file, with the digest of its parts, counted with noughts in its place, in that
/// property. Empty when it has none, or is larger than what is_report_as_written() reads.
std::string with_digest(const std::string& path);

/// Whether the file has that property and its parts are those that were written, to the last byte. False for what is
/// no workbook.
bool is_report_as_written(const std::string& path);

}  // namespace uor::workbook
