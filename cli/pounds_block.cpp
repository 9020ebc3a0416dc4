#include "cli/pounds_block.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_table.hpp"
#include "core/uor/ask/report_context.hpp"
#include "core/uor/base/month_names.hpp"

namespace uor::cli {

namespace {

constexpr int pounds_decimals = 2;
constexpr std::size_t longest_name = 32;

/// A title over two lines of a head, broken at its last space.
std::pair<std::string, std::string> halves(const std::string& title) {
  const std::size_t space = title.rfind(' ');
  if (space == std::string::npos) return {"", title};
  return {title.substr(0, space), title.substr(space + 1)};
}

void add_heads(TextTable& table, const std::vector<report::PoundsLine>& lines) {
  std::vector<std::string> upper = {"What it brings, GBP m"}, lower = {"means of trials"};
  for (const report::PoundsLine& line : lines) {
    const auto [first, second] = halves(line.title);
    upper.push_back(first);
    lower.push_back(second);
  }
  table.head(std::move(upper));
  table.head(std::move(lower));
}

bool has_full_year(const report::Pounds& pounds) {
  return !pounds.lines.empty() && pounds.lines.front().full_year_gbp_m.has_value();
}

std::string in_the_year(const report::Pounds& pounds) {
  const std::size_t months = 12;
  return fmt::format("{} to {}", std::string(month_names[pounds.first_month % months]).substr(0, 3),
                     std::string(month_names[pounds.last_month % months]).substr(0, 3));
}

void add_rows(TextTable& table, const NamedPounds& change) {
  std::vector<std::string> year = {
      fmt::format("{}, {}", shorten(change.name, longest_name), in_the_year(change.pounds))};
  std::vector<std::string> full = {"  in a full year"};
  for (const report::PoundsLine& line : change.pounds.lines) {
    year.push_back(signed_decimals(line.year_gbp_m, pounds_decimals));
    full.push_back(signed_decimals(line.full_year_gbp_m.value_or(0), pounds_decimals));
  }
  table.row(std::move(year));
  if (has_full_year(change.pounds)) table.row(std::move(full));
}

}  // namespace

Lines pounds_block(const std::vector<NamedPounds>& changes, const Style& style) {
  const auto first = std::find_if(changes.begin(), changes.end(),
                                  [](const NamedPounds& change) { return !change.pounds.lines.empty(); });
  if (first == changes.end()) return {};
  TextTable table(first_left(first->pounds.lines.size() + 1), "");
  add_heads(table, first->pounds.lines);
  for (const NamedPounds& change : changes)
    if (change.pounds.lines.size() == first->pounds.lines.size()) add_rows(table, change);
  return table.lines(style);
}

std::vector<NamedPounds> pounds_of_run(const model::Header& header, const tally::Summary& summary,
                                       const ask::Library& library) {
  std::vector<std::string> notes;
  const policy::Shown& rows = ask::policy_of_run(library, header, notes).shown;
  const report::View view{header, summary};
  std::vector<NamedPounds> made;
  for (std::size_t side = 1; side < summary.sides.size(); ++side)
    made.push_back({header.sides[side], report::pounds_of({view, 0}, {view, side}, rows)});
  return made;
}

}  // namespace uor::cli
