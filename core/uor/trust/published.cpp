#include "core/uor/trust/published.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <vector>

#include "core/uor/base/date.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/trust/csv.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::trust {

namespace {

constexpr std::array<std::string_view, 5> ratings = {"not stated", "inadequate", "requires improvement", "good",
                                                     "outstanding"};

/// The key questions are the columns between the rating of use of resources and the quality rating.
std::vector<PublishedQuestion> questions_of(const CsvTable& table) {
  const auto first = table.column("uor_rating"), end = table.column("overall_quality");
  std::vector<PublishedQuestion> questions;
  if (!first || !end) return questions;
  for (std::size_t column = *first + 1; column < *end; ++column)
    questions.push_back({std::string(trimmed(table.header.cells[column].text))});
  return questions;
}

int grade_of(std::string_view text) {
  std::string word(trimmed(text));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto found = std::find(ratings.begin() + 1, ratings.end(), word);
  return found == ratings.end() ? 0 : static_cast<int>(found - ratings.begin());
}

class Rows {
 public:
  Rows(const CsvTable& table, const std::string& code, const PublishedBy& by) : table_(table) {
    for (const CsvRow& row : table.rows) {
      if (cell(row, "ods_code") == code && counts(row, by)) rows_.push_back(&row);
    }
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&](const CsvRow* a, const CsvRow* b) { return date_of(*a) < date_of(*b); });
  }

  /// The first day of all where the table states none: such a row is the oldest.
  Date date_of(const CsvRow& row) const {
    const auto column = table_.column("report_date");
    if (!column || cell(row, "report_date").empty()) return {};
    return read_date(row.cells[*column].text, "report_date", row.cells[*column].where);
  }

  std::string cell(const CsvRow& row, std::string_view name) const {
    const auto column = table_.column(name);
    return column ? std::string(trimmed(row.cells[*column].text)) : std::string();
  }
  const std::vector<const CsvRow*>& all() const { return rows_; }

 private:
  bool counts(const CsvRow& row, const PublishedBy& by) const {
    if (by.date.empty()) return true;
    const Date date = date_of(row), limit = read_date(by.date, "the date of the rating", {});
    return date.year != 0 && (by.before ? date < limit : date <= limit);
  }

  const CsvTable& table_;
  std::vector<const CsvRow*> rows_;  // the latest last
};

}  // namespace

PublishedRatings published_ratings(const std::string& text, const std::string& path, const std::string& code,
                                   const PublishedBy& by) {
  const CsvTable table = parse_csv(text, path);
  const Rows rows(table, code, by);
  PublishedRatings published;
  published.looked_up = true;
  published.quality = questions_of(table);
  const auto take = [&](int& grade, const CsvRow& row, const std::string& column) {
    const int stated = grade_of(rows.cell(row, column));
    if (stated > 0) grade = stated;
    return stated > 0;
  };
  for (const CsvRow* row : rows.all()) {
    if (take(published.use_of_resources, *row, "uor_rating")) {
      const Date date = rows.date_of(*row);
      published.date = date.year == 0 ? "" : to_string(date);
      published.source = rows.cell(*row, "source_url");
    }
    for (PublishedQuestion& one : published.quality) {
      if (take(one.grade, *row, one.question)) one.date = rows.cell(*row, "report_date");
    }
    take(published.overall_quality, *row, "overall_quality");
    take(published.combined, *row, "combined");
    if (published.text.empty()) published.text = table.header.text + "\n";
    published.text += row->text + "\n";
  }
  return published;
}

std::string_view words_of_rating(int grade) {
  return ratings[static_cast<std::size_t>(std::clamp(grade, 0, static_cast<int>(ratings.size()) - 1))];
}

std::string in_words(const PublishedRatings& published) {
  std::string words;
  const auto add = [&](const std::string& what, int grade, const std::string& after = "") {
    if (grade > 0) words += (words.empty() ? "" : ", ") + what + " " + std::string(words_of_rating(grade)) + after;
  };
  add("use of resources", published.use_of_resources, " (" + date_in_words(published.date) + ")");
  for (const PublishedQuestion& one : published.quality) {
    std::string question = one.question;
    std::replace(question.begin(), question.end(), '_', ' ');
    add(question, one.grade);
  }
  add("quality", published.overall_quality);
  add("combined", published.combined);
  return words;
}

}  // namespace uor::trust
