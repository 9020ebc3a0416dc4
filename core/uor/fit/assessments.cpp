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

std::string words_of(const Assessment& one) { return std::string(rating_words[static_cast<std::size_t>(one.grade)]); }

/// How much of a date is known: 0 nothing, 3 the day.
int parts_known(const std::optional<Date>& date) {
  return !date ? 0 : 1 + (date->month > 0 ? 1 : 0) + (date->day > 0 ? 1 : 0);
}

/// Reports of one trust whose dates can be the same day are the same report: it counts once, by the date of which more
/// is known. It cannot have two ratings.
class Repeats {
 public:
  explicit Repeats(Assessments& all) : all_(all) {}

  /// False for a repeated row.
  bool is_new(const Assessment& one) {
    std::vector<std::size_t>& places = places_[one.code];
    for (const std::size_t place : places) {
      Assessment& before = all_.rated[place];
      const bool one_undated = one.date.has_value() != before.date.has_value();
      if (one.date && before.date && !can_be_same_day(*one.date, *before.date)) continue;
      if (one_undated && one.grade != before.grade) continue;
      if (one.grade != before.grade) refuse(one, before);
      all_.notes.push_back(to_string(one.where) + ": the rating of " + one.code + of_date(one) + " stands in line " +
                           std::to_string(before.where.line) + " already" +
                           (of_date(one) == of_date(before) ? "" : "," + of_date(before) + ",") + " and counts once");
      if (parts_known(one.date) > parts_known(before.date)) {
        before.date = one.date;
        before.date_where = one.date_where;
      }
      return false;
    }
    places.push_back(all_.rated.size());
    return true;
  }

 private:
  [[noreturn]] static void refuse(const Assessment& one, const Assessment& before) {
    const bool same = of_date(one) == of_date(before);
    throw Error(one.where, "the rating of " + one.code + of_date(one) + " is '" + words_of(one) + "' here and '" +
                               words_of(before) + "' in line " + std::to_string(before.where.line) +
                               (same ? "" : "," + of_date(before)) + " (a trust has one rating a report" +
                               (same ? "" : ", and these can be the same day") + "), correct a rating or " +
                               (same ? "a date" : "give both dates in full") + ", or delete one");
  }

  Assessments& all_;
  std::map<std::string, std::vector<std::size_t>> places_;  // in all_.rated
};

void refuse_later_than(const Date& today, const Assessment& one) {
  if (!one.date || *one.date <= today) return;
  throw Error(one.date_where, "report_date of " + one.code + " is " + to_string(*one.date) + " (later than today, " +
                                  to_string(today) + "), correct it");
}

}  // namespace

std::string date_words(const Assessment& assessment) { return assessment.date ? to_string(*assessment.date) : ""; }

Assessments read_assessments(const std::string& path, const Date& today) {
  Assessments all;
  all.path = path;
  all.text = read_text_file(path, "file of assessments");
  const trust::CsvTable table = trust::parse_csv(all.text, path);
  const std::size_t code = require_column(table, "ods_code");
  const std::size_t rating = require_column(table, "uor_rating");
  const auto date = table.column("report_date");
  Repeats repeats(all);
  for (const trust::CsvRow& row : table.rows) {
    Assessment one;
    one.code = in_capitals(trimmed(row.cells[code].text));
    one.where = one.date_where = row.cells[code].where;
    if (one.code.empty()) throw Error(one.where, "the code is blank, give the trust's ODS code");
    if (date) {
      one.date_where = row.cells[*date].where;
      one.date = read_report_date(row.cells[*date]);
      refuse_later_than(today, one);
    }
    if (is_unrated(plain_word(row.cells[rating].text))) {
      all.unrated.push_back(one.code);
      continue;
    }
    one.grade = read_grade(row.cells[rating]);
    if (repeats.is_new(one)) all.rated.push_back(std::move(one));
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
