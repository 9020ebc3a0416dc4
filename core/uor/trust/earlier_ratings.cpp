#include "core/uor/trust/earlier_ratings.hpp"

#include <chrono>
#include <filesystem>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/published.hpp"
#include "core/uor/trust/table_row.hpp"

namespace uor::trust {

namespace {

constexpr int days_of_one_inspection = 30;

std::chrono::sys_days day_of(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.first_month())) /
         std::chrono::day(static_cast<unsigned>(date.first_day()));
}

int grade_of(const CsvCell& cell) {
  for (int grade = 1; grade <= 4; ++grade)
    if (plain_word(cell.text) == words_of_rating(grade)) return grade;
  throw Error(cell.where, "'" + visible(cell.text) + "' is no rating");
}

}  // namespace

EarlierRatings::EarlierRatings(const std::string& path) {
  if (!std::filesystem::exists(path)) return;
  const CsvTable table = parse_csv(read_text_file(path, "table of quality ratings"), path);
  for (const CsvRow& row : table.rows) {
    const TableRow cells(table, row);
    if (cells.text("overall").empty()) continue;
    const Date date = read_date(cells.text("date"), "date", cells.cell("date").where);
    ratings_[cells.text("ods_code")][date] = grade_of(cells.cell("overall"));
  }
}

std::optional<EarlierRating> EarlierRatings::before(const std::string& code, const std::optional<Date>& date) const {
  const auto found = ratings_.find(code);
  if (found == ratings_.end()) return {};
  std::optional<EarlierRating> newest;
  for (const auto& [day, overall] : found->second) {
    if (date && day_of(day) + std::chrono::days(days_of_one_inspection) >= day_of(*date)) break;
    newest = EarlierRating{day, overall};
  }
  return newest;
}

}  // namespace uor::trust
