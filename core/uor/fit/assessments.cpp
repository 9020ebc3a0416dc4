#include "core/uor/fit/assessments.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/csv.hpp"

namespace uor::fit {
namespace {

bool is_unrated(const std::string& word) {
  return word.empty() || word == "n/a" || word == "na" || word == "not rated" || word == "unrated";
}

std::size_t require_column(const trust::CsvTable& table, const char* name) {
  if (const auto column = table.column(name)) return *column;
  throw Error(table.header.cells[0].where,
              std::string("there is no column '") + name +
                  "' (a file of assessments has ods_code and uor_rating), add it or rename the one meant");
}

int read_grade(const trust::CsvCell& cell) {
  if (const auto rating = rating_named(cell.text)) return *rating - 1;
  throw Error(cell.where,
              "the rating '" + visible(cell.text) +
                  "' is none of Inadequate, Requires improvement, Good and Outstanding, correct it or leave it blank");
}

std::optional<Date> read_report_date(const trust::CsvCell& cell) {
  const std::string word = plain_word(cell.text);
  if (word.empty() || word == "n/a" || word == "na") return {};
  return read_date(cell.text, "report_date", cell.where);
}

std::string of_date(const Assessment& one) { return one.date ? " of " + to_string(*one.date) : " without a date"; }

/// Ratings of one trust on one date: the same twice counts once, two different ones cannot both be.
class Repeats {
 public:
  /// False for a repeated row.
  bool is_new(const Assessment& one, std::vector<std::string>& notes) {
    const auto [at, added] = first_.emplace(std::pair(one.code, one.date.value_or(Date{})), one);
    if (added) return true;
    const std::string place = "line " + std::to_string(at->second.where.line);
    if (at->second.grade != one.grade) {
      throw Error(one.where, "the rating of " + one.code + of_date(one) + " is '" +
                                 std::string(rating_words[static_cast<std::size_t>(one.grade)]) + "' here and '" +
                                 std::string(rating_words[static_cast<std::size_t>(at->second.grade)]) + "' in " +
                                 place +
                                 " (a trust has one rating a report), correct a rating or a date, or delete one");
    }
    notes.push_back(to_string(one.where) + ": the rating of " + one.code + of_date(one) + " stands in " + place +
                    " already and counts once");
    return false;
  }

 private:
  std::map<std::pair<std::string, Date>, Assessment> first_;
};

}  // namespace

std::string date_words(const Assessment& assessment) { return assessment.date ? to_string(*assessment.date) : ""; }

Assessments read_assessments(const std::string& path) {
  Assessments all;
  all.path = path;
  all.text = read_text_file(path, "file of assessments");
  const trust::CsvTable table = trust::parse_csv(all.text, path);
  const std::size_t code = require_column(table, "ods_code");
  const std::size_t rating = require_column(table, "uor_rating");
  const auto date = table.column("report_date");
  Repeats repeats;
  for (const trust::CsvRow& row : table.rows) {
    Assessment one;
    one.code = std::string(trimmed(row.cells[code].text));
    one.where = one.date_where = row.cells[code].where;
    if (one.code.empty()) throw Error(one.where, "the code is blank, give the trust's ODS code");
    if (date) {
      one.date_where = row.cells[*date].where;
      one.date = read_report_date(row.cells[*date]);
    }
    if (is_unrated(plain_word(row.cells[rating].text))) {
      all.unrated.push_back(one.code);
      continue;
    }
    one.grade = read_grade(row.cells[rating]);
    if (repeats.is_new(one, all.notes)) all.rated.push_back(std::move(one));
  }
  return all;
}

void require_dates(const Assessments& assessments, const std::string& needed) {
  for (const Assessment& one : assessments.rated) {
    if (one.date) continue;
    throw Error(one.date_where, "report_date of " + one.code + " is blank (" + needed +
                                    " needs it), give the date of the report, such as 2018-06-26, 2018-06 or 2018");
  }
}

}  // namespace uor::fit
