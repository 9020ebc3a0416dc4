#include "core/uor/trust/history.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <stdexcept>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/known_row.hpp"
#include "core/uor/trust/table_row.hpp"

namespace uor::trust {

namespace {

constexpr const char* measures_field = "financial_special_measures";
constexpr const char* accounts_field = "ie_margin";
constexpr const char* ratings_field = "earlier_quality";

/// From the first day of the month after it was published on.
bool is_known(int year, int months_after, const Date& date) {
  constexpr int march = 3, months_a_year = 12;
  const int month = march + months_after;  // counted from January of the year in which it closes
  const int first_known = (year + 1) * months_a_year + month + 1;
  return date.year * months_a_year + date.first_month() >= first_known;
}

std::string label_of(int year) {
  const std::string second = std::to_string(year + 1);
  return std::to_string(year) + "/" + second.substr(second.size() - 2);
}

const Field* field_named(const std::string& id, const Fields& fields, const CsvCell& cell) {
  if (id.empty()) return nullptr;
  if (const Field* field = fields.find(id)) return field;
  throw Error(cell.where, "'" + id + "' is no field of data/trust_fields.csv");
}

}  // namespace

int first_year_of(const std::string& period) {
  constexpr std::size_t length = 7;
  int year = 0;
  if (period.size() != length || period[4] != '/') return 0;
  const auto [end, failure] = std::from_chars(period.data(), period.data() + 4, year);
  return failure == std::errc() && end == period.data() + 4 ? year : 0;
}

void History::read_fields(const std::string& path, const Fields& fields, const std::vector<std::string>& columns) {
  const CsvTable table = parse_csv(read_text_file(path, "table of history fields"), path);
  for (const CsvRow& row : table.rows) {
    const TableRow cells(table, row);
    HistoryField field;
    field.field = cells.text("field");
    field.year_ago = cells.text("year_ago");
    field.means = field_named(field.field, fields, cells.cell("field"));
    if (field.means == nullptr) continue;
    field_named(field.year_ago, fields, cells.cell("year_ago"));
    const auto at = std::find(columns.begin(), columns.end(), cells.text("column"));
    field.column = at == columns.end() ? 0 : static_cast<std::size_t>(at - columns.begin());
    field.of = first_year_of(cells.text("of"));
    if ((field.column == 0) == (field.of == 0))
      throw Error(cells.cell("column").where,
                  "name a column of data/history.csv, or the year `of` one of data/trusts.csv");
    field.months_after = static_cast<int>(cells.number("months_after").value_or(0));
    field.half_width = cells.number("half_width").value_or(0);
    field.carried = cells.text("carried") == "yes";
    field.source = cells.text("publisher");
    fields_.push_back(std::move(field));
  }
}

History::History(const std::string& data_folder, const Fields& fields, Asked asked)
    : path_(data_folder + "/history.csv"), asked_(asked) {
  if (!std::filesystem::exists(path_)) return;
  const CsvTable table = parse_csv(read_text_file(path_, "table of history"), path_);
  std::vector<std::string> columns;
  for (const CsvCell& cell : table.header.cells) columns.push_back(cell.text);
  read_fields(data_folder + "/history_fields.csv", fields, columns);
  for (const CsvRow& row : table.rows) {
    const TableRow cells(table, row);
    Year& year = years_[cells.text("ods_code")][first_year_of(cells.text("period"))];
    year.assign(columns.size(), {});
    for (const HistoryField& field : fields_)
      if (field.column > 0) year[field.column] = TableRow::number_in(row.cells[field.column]);
  }
  if (asked == Asked::as_of_dates) ae_months_ = AeMonths(data_folder + "/ae_monthly.csv");
  ratings_ = EarlierRatings(data_folder + "/quality_ratings.csv");
  measures_ = SpecialMeasures(data_folder + "/special_measures.csv");
}

std::optional<double> History::value(const Trust& trust, const HistoryField& field, int year) const {
  const auto of_trust = years_.find(trust.code);
  if (of_trust == years_.end()) return {};
  const auto found = of_trust->second.find(year);
  if (found == of_trust->second.end() || !found->second[field.column]) return {};
  return std::clamp(*found->second[field.column], field.means->lower, field.means->upper);
}

void History::put(Trust& trust, const HistoryField& field, const std::string& id, int year) const {
  if (id.empty()) return;
  const std::optional<double> one = value(trust, field, year);
  if (!one) {
    trust.reported.erase(id);
    return;
  }
  Reported reported{*one, field.half_width, Where{path_}};
  reported.source = field.source + ", " + label_of(year);
  reported.carried = field.carried;
  trust.reported[id] = std::move(reported);
}

void History::lay_field(Trust& trust, const HistoryField& field, int newest, const std::optional<Date>& date) const {
  const auto known = [&](int year) { return !date || is_known(year, field.months_after, *date); };
  if (field.column == 0) {
    if (!known(field.of)) trust.reported.erase(field.field);
    return;
  }
  const auto of_trust = years_.find(trust.code);
  if (of_trust == years_.end()) return;
  int year = 0;
  for (const auto& [one, values] : of_trust->second)
    if (one <= newest && known(one) && values[field.column]) year = one;
  if (year == 0) {
    if (date) trust.reported.erase(field.field);
    if (date && !field.year_ago.empty()) trust.reported.erase(field.year_ago);
    return;
  }
  put(trust, field, field.field, year);
  put(trust, field, field.year_ago, year - 1);
  if (field.field == accounts_field) trust.figures_year = label_of(year);
}

void History::lay(Trust& trust, const std::optional<Date>& date) const {
  if (date && asked_ != Asked::as_of_dates)
    throw std::logic_error("facts as of a date of a history that was read for the newest alone");
  if (years_.empty()) return;
  const int newest = first_year_of(trust.figures_year);
  for (const HistoryField& field : fields_) lay_field(trust, field, newest, date);
  const auto year = date ? ae_months_.known_by(trust.code, *date) : std::nullopt;
  if (year) {
    constexpr double months_a_year = 12;
    const auto put_one = [&](const char* id, double one) {
      trust.reported[id] = {one, 0, Where{path_}, "", "NHS England, A&E monthly returns"};
    };
    put_one("ae_four_hour", 100 * (1 - year->over_four_hours / year->attendances));
    put_one("ae_attendances", year->attendances * months_a_year / year->months);
    if (year->admissions > 0) put_one("emergency_admissions", year->admissions * months_a_year / year->months);
  }
  // A day after the newest accounts, where no date is given.
  const Date now = date.value_or(Date{newest + 1, 7, 1});
  const InMeasures measures = measures_.on(trust.code, now);
  // Not known: drawn between no and yes, and so above the middle, which counts as yes, in half of the trials.
  if (measures != InMeasures::not_named)
    trust.reported[measures_field] = {measures == InMeasures::yes ? 1.0 : 0.0,
                                      measures == InMeasures::not_known ? 1.0 : 0.0, Where{path_}, "",
                                      "press and NHS Improvement notices"};
  if (const auto rating = ratings_.before(trust.code, date))
    trust.reported[ratings_field] = {static_cast<double>(rating->overall), 0, Where{path_}, "",
                                     "CQC, " + to_string(rating->date)};
  trust.text = known_row(trust);
}

}  // namespace uor::trust
