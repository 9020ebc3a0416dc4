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
  std::vector<CsvRow> rows;  // without blank ones

  std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads comma-separated text (RFC 4180): a byte-order mark, a first line `sep=,`, lines that end in LF, CRLF or CR,
/// quoted cells with commas, quotes ("") and line ends. Rows and columns in which nothing stands are passed over. Error
/// for a quote that is not closed, text after a closing quote, rows with more or fewer cells than the header, a value
/// in a column without a name, a duplicate column, another separator, and a file without rows.
CsvTable parse_csv(const std::string& text, const std::string& path);

class BadRows;
/// The same; rows with more or fewer cells than the header are bad rows.
CsvTable parse_csv(const std::string& text, const std::string& path, const BadRows& bad);

}  // namespace uor::trust
