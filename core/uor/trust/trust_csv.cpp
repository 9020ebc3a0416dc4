// Trusts from the rows of a CSV: which column means what, then the cells.
#include <algorithm>
#include <map>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/bad_rows.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/identity.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/number.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::trust {

namespace {

enum class Meaning {
  code,
  name,
  type,
  region,
  stp,
  in_scope,
  policy_year,
  figures_year,
  fact,
  source_fact,
  fact_month,
  fact_source,
  fact_rounding,
  fact_basis,
  ignored
};

struct Column {
  Meaning meaning = Meaning::ignored;
  const Field* field = nullptr;  // of a fact
};

const std::map<std::string, Meaning> frame_columns = {
    {"ods_code", Meaning::code},
    {"code", Meaning::code},
    {"name", Meaning::name},
    {"trust_type", Meaning::type},
    {"type", Meaning::type},
    {"region", Meaning::region},
    {"eric_2018_19_region", Meaning::region},
    {"stp", Meaning::stp},
    {"sector_default", Meaning::in_scope},
    {"in_scope", Meaning::in_scope},
    {"policy_year", Meaning::policy_year},
    {"figures_year", Meaning::figures_year},
};

/// The columns by name. The names of data/trusts.csv go first in a file of that layout, field ids in any other.
class ColumnNames {
 public:
  ColumnNames(const Fields& fields, bool source_layout) {
    for (const auto& [name, meaning] : frame_columns) columns_[name] = {meaning, nullptr};
    if (source_layout) {
      add_source(fields);
      add_ids(fields);
    } else {
      add_ids(fields);
      add_source(fields);
    }
  }

  const Column& find(const CsvCell& cell) const {
    if (const auto at = columns_.find(cell.text); at != columns_.end()) return at->second;
    std::vector<std::string> names;
    for (const auto& entry : columns_) names.push_back(entry.first);
    const std::string near = did_you_mean(cell.text, names);
    throw Error(cell.where, "unknown column '" + visible(cell.text) + "'." +
                                (near.empty() ? " Delete it, or see the fields in `uor init trust.toml`" : near));
  }

 private:
  void add_ids(const Fields& fields) {
    for (const Field& field : fields.all()) {
      columns_.insert({field.id, {Meaning::fact, &field}});
      if (field.group == "metric") columns_.insert({field.id + "_month", {Meaning::fact_month, &field}});
      if (field.group == "ignored") continue;
      columns_.insert({field.id + "_source", {Meaning::fact_source, &field}});
      columns_.insert({field.id + "_rounding", {Meaning::fact_rounding, &field}});
      columns_.insert({field.id + "_basis", {Meaning::fact_basis, &field}});
    }
  }
  void add_source(const Fields& fields) {
    for (const Field& field : fields.all()) {
      if (!field.csv_column.empty()) columns_.insert({field.csv_column, {Meaning::source_fact, &field}});
    }
    for (const std::string& name : fields.ignored_columns()) columns_.insert({name, {Meaning::ignored, nullptr}});
  }

  std::map<std::string, Column> columns_;
};

std::string meaning_key(const Column& column) {
  const std::string meaning = "#" + std::to_string(static_cast<int>(column.meaning));
  if (column.field == nullptr) return meaning;
  const bool beside = column.meaning != Meaning::fact && column.meaning != Meaning::source_fact;
  return column.field->id + (beside ? meaning : "");
}

std::vector<Column> resolve_columns(const CsvTable& table, const Fields& fields) {
  const ColumnNames names(fields, table.column("ods_code").has_value());
  std::vector<Column> columns;
  std::map<std::string, std::string> given;
  for (const CsvCell& cell : table.header.cells) {
    columns.push_back(names.find(cell));
    if (columns.back().meaning == Meaning::ignored) continue;
    const auto [at, added] = given.emplace(meaning_key(columns.back()), cell.text);
    if (!added) {
      throw Error(cell.where, "columns '" + at->second + "' and '" + cell.text + "' mean the same, delete one");
    }
  }
  if (!given.count(meaning_key({Meaning::code, nullptr}))) {
    throw Error(table.header.cells[0].where, "no column 'code' (or 'ods_code'), add one with a code a row");
  }
  return columns;
}

/// "2018/19" of "interim_support_2018_19_gbp_m"; empty for a column that names no year.
std::string year_in(const std::string& column) {
  for (std::size_t at = column.find("_20"); at != std::string::npos; at = column.find("_20", at + 1)) {
    const std::string year = column.substr(at + 1, 7);
    const bool formed =
        year.size() == 7 && year[4] == '_' && year.find_first_not_of("0123456789_") == std::string::npos;
    if (formed) return year.substr(0, 4) + "/" + year.substr(5);
  }
  return "";
}

/// The newest year that a column which is read names.
std::string newest_year(const CsvTable& table, const std::vector<Column>& columns) {
  std::string newest;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].meaning == Meaning::source_fact) newest = std::max(newest, year_in(table.header.cells[i].text));
  return newest;
}

/// In scope where it is not said, as in a trust file.
bool read_scope(const std::string& text, const Where& where) {
  if (plain_word(text).empty()) return true;
  if (const auto answer = yes_or_no(text)) return *answer;
  throw Error(where, "the scope is '" + visible(text) + "', write yes or no");
}

void read_cell(const CsvCell& cell, const Column& column, Trust& trust) {
  const std::string text(trimmed(cell.text));
  switch (column.meaning) {
    case Meaning::code:
      check_code(text, cell.where);
      trust.code = text;
      return;
    case Meaning::name:
      trust.name = one_line(text);
      return;
    case Meaning::type:
      trust.type = one_line(text);
      return;
    case Meaning::region:
      trust.region = one_line(text);
      return;
    case Meaning::stp:
      trust.stp = one_line(text);
      return;
    case Meaning::in_scope:
      trust.in_scope = read_scope(text, cell.where);
      if (!trust.in_scope) trust.scope_where = cell.where;
      return;
    case Meaning::policy_year:
      if (!text.empty()) check_financial_year("policy year", text, cell.where);
      trust.policy_year = text;
      return;
    case Meaning::figures_year:
      if (!text.empty()) check_financial_year("year of the figures", text, cell.where);
      trust.figures_year = text;
      return;
    case Meaning::fact:
      if (const auto value = read_number(text, *column.field, cell.where)) {
        trust.reported[column.field->id] = {*value, 0.0, cell.where};
      }
      return;
    case Meaning::source_fact:
      if (const auto reported = read_source_number(text, *column.field, cell.where)) {
        trust.reported[column.field->id] = *reported;
      }
      return;
    case Meaning::fact_month:
    case Meaning::fact_source:
    case Meaning::fact_rounding:
    case Meaning::fact_basis:  // when the values are there
    case Meaning::ignored:
      return;
  }
}

const char* what_is_beside(Meaning meaning) {
  switch (meaning) {
    case Meaning::fact_month:
      return "month";
    case Meaning::fact_source:
      return "source";
    case Meaning::fact_rounding:
      return "rounding";
    case Meaning::fact_basis:
      return "basis";
    default:
      return nullptr;
  }
}

/// The month that a figure is of, who says so, and how far and on which basis it holds, beside a value that is given.
void read_beside(const CsvCell& cell, const Column& column, Trust& trust) {
  const char* what = what_is_beside(column.meaning);
  const std::string text(trimmed(cell.text));
  if (what == nullptr || text.empty()) return;
  const auto found = trust.reported.find(column.field->id);
  if (found == trust.reported.end()) {
    throw Error(cell.where, column.field->id + " has a " + what + " and no value, give the value or leave this blank");
  }
  Reported& reported = found->second;
  if (column.meaning == Meaning::fact_month) reported.month = read_month(text, column.field->id, cell.where);
  if (column.meaning == Meaning::fact_source) reported.source = text;
  if (column.meaning == Meaning::fact_basis) reported.carried = is_carried_over(text, cell.where);
  if (column.meaning == Meaning::fact_rounding) {
    const auto half = read_written_number(text, column.field->id + "_rounding", cell.where);
    if (half && half->value < 0)
      throw Error(cell.where, column.field->id + "_rounding is '" + visible(text) +
                                  "' (below 0), write half the step " + "that the value was rounded to");
    if (half) reported.rounding = half->value;
  }
}

/// Each trust keeps the header and its row as they were written.
void check_size(const CsvTable& table) {
  if (table.header.text.size() > limits::csv_header_bytes) {
    throw Error(table.header.cells[0].where, "the header has more than " +
                                                 std::to_string(limits::csv_header_bytes >> 10) +
                                                 " KB (blanks at its end?), shorten it");
  }
  if (table.rows.size() > limits::csv_trusts) {
    throw Error(table.rows[limits::csv_trusts].cells[0].where,
                "more than " + std::to_string(limits::csv_trusts) +
                    " rows (a row is a trust; are these months or sites?), give each trust one row");
  }
}

/// One row of a table as a trust.
Trust read_row(const CsvTable& table, const CsvRow& row, const std::vector<Column>& columns) {
  Trust trust;
  for (std::size_t i = 0; i < columns.size(); ++i) read_cell(row.cells[i], columns[i], trust);
  for (std::size_t i = 0; i < columns.size(); ++i) read_beside(row.cells[i], columns[i], trust);
  if (trust.name.empty()) trust.name = trust.code;
  trust.text = table.header.text + "\n" + row.text + "\n";
  return trust;
}

}  // namespace

std::vector<Trust> read_trust_csv(const std::string& path, const Fields& fields) {
  return parse_trust_csv(read_text_file(path, "trust file"), path, fields);
}

std::vector<Trust> parse_trust_csv(const std::string& text, const std::string& path, const Fields& fields) {
  return trusts_of_rows(parse_csv(text, path), path, fields, BadRows());
}

std::vector<Trust> trusts_of_rows(const CsvTable& table, const std::string& path, const Fields& fields,
                                  const BadRows& bad) {
  check_size(table);
  const std::vector<Column> columns = resolve_columns(table, fields);
  const std::string figures_year = newest_year(table, columns);
  std::vector<Trust> trusts;
  std::map<std::string, int> lines;
  for (const CsvRow& row : table.rows) {
    const Where& where = row.cells[0].where;
    bad.keep_reading([&] {
      Trust trust = read_row(table, row, columns);
      const auto [at, added] = lines.emplace(trust.code, where.line);
      if (!added) {
        throw Error(where, "trust '" + trust.code + "' is already in line " + std::to_string(at->second) +
                               " (duplicate code), delete one");
      }
      trust.path = path;
      if (trust.figures_year.empty()) trust.figures_year = figures_year;
      trusts.push_back(std::move(trust));
    });
  }
  return trusts;
}

}  // namespace uor::trust
