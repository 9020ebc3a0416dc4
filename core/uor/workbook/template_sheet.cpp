#include "core/uor/workbook/template_sheet.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cctype>
#include <cmath>
#include <string_view>

#include "core/uor/base/toml.hpp"
#include "core/uor/workbook/layout.hpp"

namespace uor::workbook {

namespace {

/// Thousands apart where there are many; else as it is typed.
std::string grouped_if(double largest) { return std::abs(largest) >= 10000 ? "#,##0" : ""; }

}  // namespace

namespace look {

Look label() { return {.wrap = true, .border = true, .indent = 1}; }
Look note() { return {.font = colour::grey, .size = 9, .wrap = true, .border = true, .indent = 1}; }
Look bound(double value) {
  return {.font = colour::grey, .size = 9, .border = true, .align = Align::right, .number_format = grouped_if(value)};
}
Look input(double largest) {
  return {
      .fill = colour::input, .border = true, .open = true, .align = Align::right, .number_format = grouped_if(largest)};
}
Look input_text() { return {.fill = colour::input, .wrap = true, .border = true, .open = true, .indent = 1}; }

}  // namespace look

namespace {

const Look title_look = {.font = colour::white, .fill = colour::blue, .size = 16, .bold = true, .indent = 1};
const Look advice_look = {.fill = colour::pale_grey, .wrap = true, .indent = 1};
const Look heading_look = {
    .font = colour::white, .fill = colour::dark_blue, .bold = true, .wrap = true, .border = true, .indent = 1};
const Look unit_look = {.font = colour::grey, .size = 9, .italic = true, .wrap = true, .indent = 1};
const Look group_look = {.font = colour::dark_blue, .fill = colour::pale_blue, .bold = true, .indent = 1};

constexpr double line_points = 15;

/// Lines that `text` takes in so many characters of Arial 11.
double lines_in(std::string_view text, double characters) {
  return std::ceil(static_cast<double>(text.size()) / (characters * 0.95));
}

std::string range_of(const trust::Field& field) {
  return fmt::format("{} to {} {}", show(field.lower), show(field.upper), field.unit);
}

/// How to write a value of that unit.
std::string value_hint(const trust::Field& field) {
  if (field.unit == "yes=1") return "Choose yes or no. Leave it blank when it is not known.";
  if (field.unit == "rating") return "Choose the published rating. Leave it blank when it is not known.";
  const std::string range = fmt::format("From {}. Leave it blank when it is not known. ", range_of(field));
  if (field.unit == "percent") return range + "Write 7.2 or 7.2% for 7.2 percent, not 0.072.";
  if (field.unit == "GBP m")
    return range + "Millions of pounds: 412.6 for £412.6m." + (field.lower < 0 ? " A deficit is negative." : "");
  if (field.unit == "GBP thousand") return range + "Thousands of pounds.";
  return range;
}

/// That, and what the figure does. Excel shows 255 characters of a hint.
std::string hint_of(const trust::Field& field) {
  constexpr std::size_t most = 255;
  std::string effect = trust::effect_in_words(field.effect);
  effect[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(effect[0])));
  const std::string value = value_hint(field), words = (value.back() == ' ' ? "" : " ") + effect + ".";
  return value.size() + words.size() <= most ? value + words : value;
}

}  // namespace

TemplateSheet::TemplateSheet(SheetWriter& sheet, const std::string& title, const std::string& advice,
                             const std::vector<Heading>& headings)
    : sheet_(sheet), headings_(headings) {
  const int columns = static_cast<int>(headings.size());
  double characters = 0;
  for (int column = 1; column <= columns; ++column) {
    const Heading& heading = headings[static_cast<std::size_t>(column - 1)];
    sheet_.width(column, heading.width);
    sheet_.text({3, column}, heading.unit, unit_look);
    sheet_.text({4, column}, heading.text, heading_look);
    characters += heading.width;
  }
  sheet_.merged({{1, 1}, {1, columns}}, title, title_look);
  sheet_.merged({{2, 1}, {2, columns}}, advice, advice_look);
  sheet_.height(1, 30);
  sheet_.height(2, line_points * (lines_in(advice, characters) + 0.5));
  sheet_.height(3, 2 * line_points);
  sheet_.height(4, 2 * line_points);
  sheet_.freeze(4, 1);
  sheet_.print_wide(4);
  sheet_.protect();
  row_ = 5;
}

Position TemplateSheet::at(const char* heading) const {
  for (std::size_t i = 0; i < headings_.size(); ++i)
    if (std::string_view(headings_[i].text) == heading) return {row_, static_cast<int>(i + 1)};
  assert(false);
  return {};
}

void TemplateSheet::group(const std::string& text) {
  sheet_.text({row_, 1}, text, group_look);
  for (int column = 2; column <= static_cast<int>(headings_.size()); ++column) sheet_.blank({row_, column}, group_look);
  ++row_;
}

void TemplateSheet::input(const char* heading, std::optional<double> value, double largest) {
  if (value) {
    sheet_.number(at(heading), *value, look::input(largest));
  } else {
    sheet_.blank(at(heading), look::input(largest));
  }
}

void TemplateSheet::input_text(const char* heading, const std::string& value) {
  if (value.empty()) {
    sheet_.blank(at(heading), look::input_text());
  } else {
    sheet_.text(at(heading), value, look::input_text());
  }
}

const std::vector<std::string>& rating_words() {
  static const std::vector<std::string> words = {"inadequate", "requires improvement", "good", "outstanding"};
  return words;
}

void write_field(TemplateSheet& out, const trust::Field& field, const char* heading, const trust::Reported* reported) {
  const std::vector<std::string> yes_no = {"no", "yes"};
  const bool flag = field.unit == "yes=1", rating = field.unit == "rating";
  if (!flag && !rating) {
    out.input(heading, reported ? std::optional<double>(reported->value) : std::nullopt, field.upper);
    return out.sheet().numbers(out.cell(heading), field.lower, field.upper, field.title, hint_of(field));
  }
  const std::vector<std::string>& words = flag ? yes_no : rating_words();
  const auto index = [&] { return static_cast<std::size_t>(reported->value - (rating ? 1 : 0)); };
  out.input_text(heading, reported ? words.at(index()) : "");
  out.sheet().choices(out.cell(heading), words, field.title, hint_of(field));
}

}  // namespace uor::workbook
