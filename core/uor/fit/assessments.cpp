#include "core/uor/fit/assessments.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/uor/base/text_file.hpp"
#include "core/uor/trust/csv.hpp"

namespace uor::fit {
namespace {

constexpr std::array<const char*, 4> words = {"inadequate", "requires improvement", "good", "outstanding"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c == '_' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return text;
}

bool is_blank(const std::string& text) {
  return text.empty() || text == "-" || text == "n/a" || text == "na" || text == "not rated" || text == "unrated";
}

std::size_t require_column(const trust::CsvTable& table, const char* name, const std::string& path) {
  if (const auto column = table.column(name)) return *column;
  throw Error({path, 1, 1},
              std::string("there is no column '") + name +
                  "' (a file of assessments has ods_code and uor_rating), add it or rename the one meant");
}

int read_grade(const trust::CsvCell& cell) {
  const std::string text = lower(std::string(trust::trimmed(cell.text)));
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<int>(found - words.begin());
  throw Error(cell.where,
              "the rating '" + cell.text +
                  "' is none of Inadequate, Requires improvement, Good and Outstanding, correct it or leave "
                  "it blank");
}

}  // namespace

Assessments read_assessments(const std::string& path) {
  Assessments all;
  all.path = path;
  all.text = read_text_file(path, "file of assessments");
  const trust::CsvTable table = trust::parse_csv(all.text, path);
  const std::size_t code = require_column(table, "ods_code", path);
  const std::size_t rating = require_column(table, "uor_rating", path);
  const auto date = table.column("report_date");
  for (const trust::CsvRow& row : table.rows) {
    Assessment one;
    one.code = std::string(trust::trimmed(row.cells[code].text));
    one.where = row.cells[code].where;
    if (one.code.empty()) throw Error(one.where, "the code is blank, give the trust's ODS code");
    if (date) one.date = std::string(trust::trimmed(row.cells[*date].text));
    const trust::CsvCell& cell = row.cells[rating];
    if (is_blank(lower(std::string(trust::trimmed(cell.text))))) {
      all.unrated.push_back(one.code);
      continue;
    }
    one.grade = read_grade(cell);
    all.rated.push_back(std::move(one));
  }
  return all;
}

}  // namespace uor::fit
