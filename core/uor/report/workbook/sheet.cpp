#include "core/uor/report/workbook/sheet.hpp"

#include <cmath>

namespace uor::report::book {

namespace {

namespace colour = workbook::colour;
using workbook::Align;
using workbook::Look;

const Look title_look = {.font = colour::white, .fill = colour::blue, .size = 16, .bold = true, .indent = 1};
const Look about_look = {.fill = colour::pale_grey, .wrap = true, .indent = 1};
const Look caption_look = {.font = colour::dark_blue, .size = 12, .bold = true};
const Look heading_look = {
    .font = colour::white, .fill = colour::dark_blue, .bold = true, .wrap = true, .border = true, .indent = 1};
const Look text_look = {.wrap = true, .border = true, .indent = 1};

Look number_look(const std::string& format) { return {.border = true, .align = Align::right, .number_format = format}; }

double characters_of(const std::vector<tables::InNumbers>& columns) {
  double characters = 0;
  for (const tables::InNumbers& column : columns) characters += column.width;
  return characters;
}

}  // namespace

Sheet::Sheet(workbook::BookWriter& book, const std::string& name, const std::string& title, const std::string& about,
             const tables::Table& table)
    : book_(book), sheet_(book.sheet(name)), columns_(number_columns(table)) {
  const int last = static_cast<int>(columns_.size());
  for (int column = 1; column <= last; ++column)
    sheet_.width(column, columns_[static_cast<std::size_t>(column - 1)].width);
  sheet_.merged({{1, 1}, {1, last}}, title, title_look);
  sheet_.merged({{2, 1}, {2, last}}, about, about_look);
  sheet_.height(1, 30);
  constexpr double line_points = 15;
  sheet_.height(2, line_points * (std::ceil(static_cast<double>(about.size()) / characters_of(columns_)) + 0.5));
  sheet_.print_wide(0);
  row_ = 4;
}

void Sheet::headings(const tables::Table& table, const std::string& caption) {
  if (!caption.empty()) sheet_.text({row_++, 1}, caption, caption_look);
  int at = 0;
  for (const tables::InNumbers& column : number_columns(table)) {
    const std::string under = column.under.empty() ? "" : "\n" + column.under;
    sheet_.text({row_, ++at}, column.heading + under, heading_look);
  }
  sheet_.height(row_++, 46);
}

void Sheet::row(const std::vector<CellValue>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const workbook::Position at{row_, static_cast<int>(i + 1)};
    if (const auto* words = std::get_if<std::string>(&cells[i])) {
      sheet_.text(at, *words, text_look);
    } else if (const auto* number = std::get_if<Number>(&cells[i]); number != nullptr && std::isfinite(number->value)) {
      sheet_.number(at, number->value, number_look(number->format));
    } else {
      sheet_.blank(at, text_look);
    }
  }
  ++row_;
}

int Sheet::rows(const tables::Table& table) {
  const int first = row_;
  for (const tables::Row& of_table : table.rows)
    for (const std::vector<CellValue>& cells : number_rows(table, of_table)) row(cells);
  return first;
}

void Sheet::words(const std::string& text) {
  sheet_.merged({{row_, 1}, {row_, static_cast<int>(columns_.size())}}, text, {.wrap = true, .indent = 1});
  sheet_.height(row_++, 15 * std::ceil(static_cast<double>(text.size()) / characters_of(columns_) + 0.1));
}

void Sheet::whole(const tables::Table& table, const std::string& name_of_rows, int frozen, bool filtered) {
  headings(table);
  freeze(frozen);
  const int first = rows(table), last_column = static_cast<int>(number_columns(table).size());
  name(name_of_rows, first, 1, last_column);
  if (filtered && row_ > first) sheet_.filter({{first - 1, 1}, {row_ - 1, last_column}});
}

void Sheet::name(const std::string& name, int first, int from, int to) {
  if (row_ > first) book_.define_name(name, "=" + workbook::absolute(sheet_.name(), {{first, from}, {row_ - 1, to}}));
}

}  // namespace uor::report::book
