#include "core/uor/report/workbook_sheet.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/base/month_names.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/report/workbook.hpp"

namespace uor::report {

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

Look number_look(const char* format) { return {.border = true, .align = Align::right, .number_format = format}; }

}  // namespace

WorkbookSheet::WorkbookSheet(workbook::BookWriter& book, const std::string& name, const std::string& title,
                             const std::string& about, const std::vector<Column>& columns)
    : book_(book), sheet_(book.sheet(name)), columns_(columns) {
  const int last = static_cast<int>(columns.size());
  double characters = 0;
  for (int column = 1; column <= last; ++column) {
    const double width = columns[static_cast<std::size_t>(column - 1)].width;
    sheet_.width(column, width);
    characters += width;
  }
  sheet_.merged({{1, 1}, {1, last}}, title, title_look);
  sheet_.merged({{2, 1}, {2, last}}, about, about_look);
  sheet_.height(1, 30);
  constexpr double line_points = 15;
  sheet_.height(2, line_points * (std::ceil(static_cast<double>(about.size()) / characters) + 0.5));
  sheet_.print_wide(0);
  row_ = 4;
}

void WorkbookSheet::headings(const std::string& caption) { headings(caption, columns_); }

void WorkbookSheet::headings(const std::string& caption, const std::vector<Column>& columns) {
  if (!caption.empty()) sheet_.text({row_++, 1}, caption, caption_look);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string unit = columns[i].unit.empty() ? "" : "\n" + columns[i].unit;
    sheet_.text({row_, static_cast<int>(i + 1)}, columns[i].heading + unit, heading_look);
  }
  sheet_.height(row_++, 46);
}

void WorkbookSheet::row(const std::vector<CellValue>& cells) {
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

void WorkbookSheet::words(const std::string& text) {
  sheet_.merged({{row_, 1}, {row_, static_cast<int>(columns_.size())}}, text, {.wrap = true, .indent = 1});
  double characters = 0;
  for (const Column& column : columns_) characters += column.width;
  sheet_.height(row_++, 15 * std::ceil(static_cast<double>(text.size()) / characters + 0.1));
}

void WorkbookSheet::name(const std::string& name, int first, int from, int to) {
  if (row_ > first) book_.define_name(name, "=" + workbook::absolute(sheet_.name(), {{first, from}, {row_ - 1, to}}));
}

std::string month_heading(std::size_t month) {
  const int number = static_cast<int>(month) + 1;
  const int year = model::year_of(number);
  const std::string name = short_month_name(month);
  return year == 1 ? fmt::format("M{} {}", number, name) : fmt::format("M{} {} (year {})", number, name, year);
}

std::uint32_t side_colour(std::size_t side) {
  constexpr std::array<std::uint32_t, 7> colours = {0x768692, 0x005EB8, 0xD55E00, 0x009E73,
                                                    0xCC79A7, 0xE69F00, 0x330072};
  return colours[side < colours.size() ? side : 1 + (side - 1) % (colours.size() - 1)];
}

std::string write_workbook(PartialFile file, const Figures& figures) {
  workbook::BookWriter book(std::move(file));
  book.mark_as_report();
  book.properties("Use of resources: " + figures.origin.title, figures.origin.question);
  write_summary(book, figures);
  write_odds(book, figures);
  write_from_to(book, figures);
  write_changes(book, figures);
  write_facts(book, figures);
  write_kloes(book, figures);
  write_metrics(book, figures);
  write_year(book, figures);
  write_statements(book, figures);
  write_savings(book, figures);
  write_trusts(book, figures);
  write_assumptions(book, figures);
  write_provenance(book, figures);
  return book.finish();
}

}  // namespace uor::report
