#include "core/uor/trust/special_measures.hpp"

#include <filesystem>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/table_row.hpp"

namespace uor::trust {

SpecialMeasures::SpecialMeasures(const std::string& path) {
  if (!std::filesystem::exists(path)) return;
  const CsvTable table = parse_csv(read_text_file(path, "table of special measures"), path);
  for (const CsvRow& row : table.rows) {
    const TableRow cells(table, row);
    const auto date = [&](const char* column) {
      return read_date(cells.text(column), column, cells.cell(column).where);
    };
    Stay stay{date("entered"), {}};
    if (!cells.text("left").empty()) stay.left = date("left");
    stays_[cells.text("ods_code")].push_back(stay);
  }
}

InMeasures SpecialMeasures::on(const std::string& code, const Date& date) const {
  const auto found = stays_.find(code);
  if (found == stays_.end()) return InMeasures::not_named;
  InMeasures state = InMeasures::not_named;
  for (const Stay& stay : found->second) {
    if (date < stay.entered) continue;
    const Date year_on{stay.entered.year + 1, stay.entered.month, stay.entered.day};
    const bool over = stay.left ? *stay.left <= date : year_on <= date;
    state = !over ? InMeasures::yes : stay.left ? InMeasures::no : InMeasures::not_known;
  }
  return state;
}

}  // namespace uor::trust
