#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "core/uor/base/error.hpp"
#include "core/uor/workbook/book_writer.hpp"
#include "core/uor/workbook/written_text.hpp"

namespace uor::workbook {

namespace {

constexpr std::size_t longest_title = 32, longest_hint = 255;  // of Excel's hints

lxw_row_t row_of(const Position& at) { return static_cast<lxw_row_t>(at.row - 1); }
lxw_col_t column_of(const Position& at) { return static_cast<lxw_col_t>(at.column - 1); }

/// Hint and rule of a cell; the texts live as long as it does.
class Rule {
 public:
  Rule(const std::string& title, const std::string& hint)
      : title_(cut(cell_text(title), longest_title)), hint_(cut(cell_text(hint), longest_hint)) {
    rule_.ignore_blank = LXW_VALIDATION_ON;
    rule_.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    rule_.input_title = title_.data();
    rule_.input_message = hint_.data();
    rule_.error_title = title_.data();
    rule_.error_message = hint_.data();
  }
  lxw_data_validation* operator->() { return &rule_; }
  int apply(lxw_worksheet* sheet, const Range& range) {
    return worksheet_data_validation_range(sheet, row_of(range.first), column_of(range.first), row_of(range.last),
                                           column_of(range.last), &rule_);
  }

 private:
  std::string title_, hint_;
  lxw_data_validation rule_{};
};

}  // namespace

SheetWriter::SheetWriter(BookWriter& book, lxw_worksheet* sheet, std::string name)
    : book_(book), sheet_(sheet), name_(std::move(name)) {}

void SheetWriter::check(int problem, const Position& at) const {
  if (problem == LXW_NO_ERROR) return;
  throw Error(fmt::format("cannot write sheet '{}', cell {} ({})", name_, name_of(at),
                          lxw_strerror(static_cast<lxw_error>(problem))),
              Fault::run);
}

void SheetWriter::text(const Position& at, const std::string& text, const Look& look) {
  check(worksheet_write_string(sheet_, row_of(at), column_of(at), cell_text(text).c_str(), book_.format(look)), at);
}

void SheetWriter::number(const Position& at, double number, const Look& look) {
  if (!std::isfinite(number)) return blank(at, look);
  check(worksheet_write_number(sheet_, row_of(at), column_of(at), number, book_.format(look)), at);
}

void SheetWriter::blank(const Position& at, const Look& look) {
  check(worksheet_write_blank(sheet_, row_of(at), column_of(at), book_.format(look)), at);
}

void SheetWriter::merged(const Range& range, const std::string& text, const Look& look) {
  check(worksheet_merge_range(sheet_, row_of(range.first), column_of(range.first), row_of(range.last),
                              column_of(range.last), cell_text(text).c_str(), book_.format(look)),
        range.first);
}

void SheetWriter::width(int column, double characters) {
  const auto at = static_cast<lxw_col_t>(column - 1);
  worksheet_set_column(sheet_, at, at, characters, nullptr);
}

void SheetWriter::height(int row, double points) {
  constexpr double highest = 409;  // of Excel
  worksheet_set_row(sheet_, static_cast<lxw_row_t>(row - 1), std::min(points, highest), nullptr);
}

void SheetWriter::freeze(int rows, int columns) {
  worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(columns));
}

void SheetWriter::print_wide(int repeated_rows) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, a4);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_footer(sheet_, "&L&A&RPage &P of &N");
  if (repeated_rows > 0) worksheet_repeat_rows(sheet_, 0, static_cast<lxw_row_t>(repeated_rows - 1));
}

void SheetWriter::protect() {
  lxw_protection allowed{};
  allowed.format_columns = allowed.format_rows = allowed.insert_rows = LXW_TRUE;
  worksheet_protect(sheet_, nullptr, &allowed);
}

void SheetWriter::filter(const Range& range) {
  check(worksheet_autofilter(sheet_, row_of(range.first), column_of(range.first), row_of(range.last),
                             column_of(range.last)),
        range.first);
}

void SheetWriter::choices(const Range& range, const std::vector<std::string>& words, const std::string& title,
                          const std::string& hint) {
  std::vector<std::string> copies;
  for (const std::string& word : words) copies.push_back(cell_text(word));
  std::vector<char*> list;
  for (std::string& word : copies) list.push_back(word.data());
  list.push_back(nullptr);
  Rule rule(title, hint);
  rule->validate = LXW_VALIDATION_TYPE_LIST;
  rule->value_list = list.data();
  check(rule.apply(sheet_, range), range.first);
}

void SheetWriter::choices_from(const Range& range, const std::string& source, const std::string& title,
                               const std::string& hint) {
  std::string formula = source;
  Rule rule(title, hint);
  rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule->value_formula = formula.data();
  check(rule.apply(sheet_, range), range.first);
}

void SheetWriter::numbers(const Range& range, double lower, double upper, const std::string& title,
                          const std::string& hint) {
  Rule rule(title, hint);
  rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
  rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule->minimum_number = lower;
  rule->maximum_number = upper;
  check(rule.apply(sheet_, range), range.first);
}

}  // namespace uor::workbook
