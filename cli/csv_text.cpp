#include "cli/csv_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <variant>
#include <vector>

#include "cli/csv_word.hpp"

namespace uor::cli {

namespace {

std::string cell_of(const store::LongColumn& column, std::size_t row) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) return csv_word((*texts)[row]);
  const double value = std::get<std::vector<double>>(column.values)[row];
  return std::isnan(value) ? "" : fmt::format("{}", value);
}

}  // namespace

std::string csv_of(const store::LongTable& table) {
  std::string text;
  for (std::size_t i = 0; i < table.columns.size(); ++i) text += (i > 0 ? "," : "") + table.columns[i].name;
  text += "\n";
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) text += (i > 0 ? "," : "") + cell_of(table.columns[i], row);
    text += "\n";
  }
  return text;
}

}  // namespace uor::cli
