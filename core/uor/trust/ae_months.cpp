#include "core/uor/trust/ae_months.hpp"

#include <algorithm>
#include <filesystem>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/table_row.hpp"

namespace uor::trust {

namespace {

constexpr int months_a_year = 12;
constexpr int months_until_published = 2;  // NHS England, A&E monthly returns: the middle of the next month

int month_number(const Date& date) { return months_a_year * date.year + date.first_month(); }

}  // namespace

AeMonths::AeMonths(const std::string& path) {
  if (!std::filesystem::exists(path)) return;
  const CsvTable table = parse_csv(read_text_file(path, "table of A&E months"), path);
  for (const CsvRow& row : table.rows) {
    const TableRow cells(table, row);
    const Date month = read_date(cells.text("month"), "month", cells.cell("month").where);
    AeYear& one = months_[cells.text("ods_code")][month_number(month)];
    one = {cells.number("attendances").value_or(0), cells.number("over_four_hours").value_or(0),
           cells.number("emergency_admissions").value_or(0), 1};
  }
}

std::optional<AeYear> AeMonths::known_by(const std::string& code, const Date& date) const {
  const auto found = months_.find(code);
  if (found == months_.end()) return {};
  const auto& months = found->second;
  const int last = std::min(month_number(date) - months_until_published, months.rbegin()->first);
  AeYear year;
  for (auto at = months.upper_bound(last - months_a_year); at != months.end() && at->first <= last; ++at) {
    year.attendances += at->second.attendances;
    year.over_four_hours += at->second.over_four_hours;
    year.admissions += at->second.admissions;
    ++year.months;
  }
  if (year.attendances <= 0) return {};
  return year;
}

}  // namespace uor::trust
