#include "core/uor/trust/long_extract.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/uor/base/date.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/identity.hpp"
#include "core/uor/trust/known_row.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

constexpr int months_of_year = 12, march = 3;

/// Where each column of the form is; the code has several names.
struct Form {
  std::size_t code = 0, metric = 0, period = 0, value = 0;
  std::optional<std::size_t> name, region, stp;
};

std::optional<std::size_t> long_column(const CsvTable& table, std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < table.header.cells.size(); ++i)
    if (std::find(names.begin(), names.end(), plain_word(table.header.cells[i].text)) != names.end()) return i;
  return {};
}

std::optional<Form> form_of(const CsvTable& table) {
  const auto code = long_column(table, {"code", "ods code", "trust", "organisation code", "org code"});
  const auto metric = long_column(table, {"metric", "metric name", "indicator"}),
             period = long_column(table, {"period"});
  const auto value = long_column(table, {"value", "metric value"});
  if (!code || !metric || !period || !value) return {};
  return Form{*code,
              *metric,
              *period,
              *value,
              long_column(table, {"name", "trust name", "organisation name"}),
              long_column(table, {"region"}),
              long_column(table, {"stp"})};
}

/// The month at the end of a period, counted from year nought, and whether the period is that month alone.
struct Period {
  int month = 0;
  bool is_month = false;
};

std::optional<int> year_and_next(std::string_view text) {
  const bool formed = text.size() == 7 && (text[4] == '/' || text[4] == '-') &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c == '/' || c == '-' || isdigit(c); });
  if (!formed) return {};
  const int year = std::stoi(std::string(text.substr(0, 4))), next = std::stoi(std::string(text.substr(5)));
  if ((year + 1) % 100 != next) return {};
  return year;
}

/// "2018/19 Q2" or "2018/19", also with a dash where what follows it can be no month; nothing for another form.
std::optional<Period> year_or_quarter(std::string_view text) {
  constexpr std::size_t year_length = 7;
  const auto year = year_and_next(text.substr(0, year_length));
  if (!year || (text[4] == '-' && *year % 100 + 1 <= months_of_year)) return {};
  const int end_of_year = (*year + 1) * months_of_year + march;
  if (text.size() == year_length) return Period{end_of_year};
  const std::string quarter = plain_word(text.substr(year_length));
  if (quarter.size() != 2 || quarter[0] != 'q' || quarter[1] < '1' || quarter[1] > '4') return {};
  return Period{end_of_year - 3 * ('4' - quarter[1])};
}

Period read_period(const CsvCell& cell) {
  const std::string_view text = trimmed(cell.text);
  if (const auto period = year_or_quarter(text)) return *period;
  const char* forms = "write a month such as 2018-11, a quarter such as 2018/19 Q2, or a year such as 2018/19";
  const Date date = read_date(text, "the period", cell.where, forms);
  if (date.month == 0)
    throw Error(cell.where, "the period is '" + visible(text) + "' (a calendar year), " + std::string(forms));
  return {date.year * months_of_year + date.month, true};
}

std::string month_text(int month) {
  const int year = (month - 1) / months_of_year;
  return to_string(Date{year, month - year * months_of_year, 0});
}

const Field& metric_field(const CsvCell& cell, const Fields& fields) {
  const std::string word = plain_word(cell.text);
  std::vector<std::string> known;
  for (const Field& field : fields.all()) {
    if (plain_word(field.id) == word || plain_word(field.title) == word) return field;
    known.push_back(field.id);
    known.push_back(field.title);
  }
  throw Error(cell.where, "unknown metric '" + visible(cell.text) + "'." + did_you_mean(cell.text, known) +
                              " Metrics are fields of a trust file, by id or title (data/trust_fields.csv)");
}

struct Figure {
  Reported reported;
  bool is_month = false;
};
/// Of one trust: by field, then by month.
using Series = std::map<const Field*, std::map<int, Figure>>;

struct LongTrust {
  Trust trust;
  Series series;
};

void add_figure(LongTrust& of, const CsvRow& row, const Form& form, const Fields& fields) {
  const Field& field = metric_field(row.cells[form.metric], fields);
  const Period period = read_period(row.cells[form.period]);
  const CsvCell& cell = row.cells[form.value];
  const auto value = read_number(cell.text, field, cell.where);
  if (!value) return;
  const auto [at, added] = of.series[&field].emplace(period.month, Figure{{*value, 0.0, cell.where}, period.is_month});
  if (!added) {
    throw Error(cell.where, field.id + " of " + of.trust.code + " in this period is already in line " +
                                std::to_string(at->second.reported.where.line) + " (two values), delete one");
  }
}

void settle(LongTrust& of, const Fields& fields) {
  for (const auto& [field, figures] : of.series) {
    const auto& [month, newest] = *figures.rbegin();
    Reported& reported = of.trust.reported[field->id] = newest.reported;
    if (newest.is_month && field->group == "metric") reported.month = month_text(month);
    const Field* before = fields.find(field->id + "_year_ago");
    const auto year_ago = figures.find(month - months_of_year);
    if (before != nullptr && year_ago != figures.end())
      of.trust.reported.emplace(before->id, year_ago->second.reported);
  }
}

/// The trusts by the order in which they first come up.
class LongTrusts {
 public:
  LongTrust& find(const CsvRow& row, const Form& form) {
    const CsvCell& cell = row.cells[form.code];
    const std::string code(trimmed(cell.text));
    check_code(code, cell.where);
    const auto [at, added] = place_.emplace(code, all.size());
    if (added) all.push_back({named(code, row, form), {}});
    return all[at->second];
  }

  std::vector<LongTrust> all;

 private:
  static Trust named(const std::string& code, const CsvRow& row, const Form& form) {
    const auto text = [&](const std::optional<std::size_t>& column) {
      return column ? one_line(row.cells[*column].text) : std::string();
    };
    Trust trust;
    trust.code = code;
    trust.name = text(form.name);
    trust.region = text(form.region);
    trust.stp = text(form.stp);
    if (trust.name.empty()) trust.name = code;
    return trust;
  }

  std::map<std::string, std::size_t> place_;
};

}  // namespace

bool is_long_extract(const CsvTable& table) { return form_of(table).has_value(); }

std::vector<Trust> trusts_of_long_extract(const CsvTable& table, const std::string& path, const Fields& fields,
                                          const BadRows& bad) {
  const Form form = form_of(table).value();
  LongTrusts trusts;
  for (const CsvRow& row : table.rows) bad.keep_reading([&] { add_figure(trusts.find(row, form), row, form, fields); });
  std::vector<Trust> out;
  for (LongTrust& one : trusts.all) {
    settle(one, fields);
    one.trust.path = path;
    one.trust.text = known_row(one.trust);
    out.push_back(std::move(one.trust));
  }
  return out;
}

}  // namespace uor::trust
