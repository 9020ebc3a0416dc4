#include "core/uor/trust/table_row.hpp"

#include <charconv>

#include "core/uor/base/written.hpp"

namespace uor::trust {

const CsvCell& TableRow::cell(const std::string& column) const {
  if (const auto at = table_.column(column)) return row_.cells[*at];
  throw Error(table_.header.cells[0].where, "the table has no column '" + column + "', add it");
}

std::optional<double> TableRow::number_in(const CsvCell& cell) {
  if (cell.text.empty()) return {};
  double value = 0;
  const char* last = cell.text.data() + cell.text.size();
  const auto [end, failure] = std::from_chars(cell.text.data(), last, value);
  if (failure == std::errc() && end == last) return value;
  throw Error(cell.where, "'" + visible(cell.text) + "' is not a number, write one or leave it blank");
}

}  // namespace uor::trust
