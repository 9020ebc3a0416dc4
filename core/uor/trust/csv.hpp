// A CSV file as cells that know their place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/error.hpp"

namespace uor::trust {

struct CsvCell {
  std::string text;  // without quotes
  Where where;
};

struct CsvRow {
  std::vector<CsvCell> cells;  // as many as the header has
  std::string text;            // verbatim, without its line end
};

struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;  // blank lines are left out

  std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads comma-separated text (RFC 4180): a byte-order mark, CRLF, quoted cells with commas, quotes ("") and line ends.
/// Error for a quote that is not closed, text after a closing quote, rows with more or fewer cells than the header, a
/// blank or duplicate column, another separator, and a file without rows.
CsvTable parse_csv(const std::string& text, const std::string& path);

/// `text` without blanks (also no-break spaces) at its ends.
std::string_view trimmed(std::string_view text);

}  // namespace uor::trust
