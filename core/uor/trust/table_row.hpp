// One row of a table that ships, by the names of its columns.
#pragma once

#include <optional>
#include <string>

#include "core/uor/trust/csv.hpp"

namespace uor::trust {

class TableRow {
 public:
  TableRow(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

  /// Error for a column that the table has not.
  const CsvCell& cell(const std::string& column) const;
  const std::string& text(const std::string& column) const { return cell(column).text; }
  /// Nothing where it is blank; Error for what is no number.
  std::optional<double> number(const std::string& column) const { return number_in(cell(column)); }
  static std::optional<double> number_in(const CsvCell& cell);

 private:
  const CsvTable& table_;
  const CsvRow& row_;
};

}  // namespace uor::trust
