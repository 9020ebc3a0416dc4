#include "core/uor/report/tables/pounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr int pounds_decimals = 2;

std::vector<Cell> cells_of(const std::string& code, const std::string& name, const std::string& when,
                           const std::vector<PoundsLine>& lines, bool full_year) {
  std::vector<Cell> cells = {code, name, when};
  for (const PoundsLine& line : lines)
    cells.emplace_back(Change{full_year ? line.full_year_gbp_m.value_or(0) : line.year_gbp_m, {}, pounds_decimals});
  return cells;
}

}  // namespace

Table pounds(const std::string& code, const std::vector<std::pair<std::string, Pounds>>& changes) {
  Table table{
      "pounds",
      "What it brings against the baseline, £m, mean of trials",
      "Own effect, one-off benefits that are found or no longer needed, funding and the cost of delivery add up to "
      "the surplus.",
      {of_trust(), of_side(), text("Year", 20)}};
  const auto known =
      std::find_if(changes.begin(), changes.end(), [](const auto& change) { return !change.second.lines.empty(); });
  if (known == changes.end()) return table;
  for (const PoundsLine& line : known->second.lines) table.columns.push_back(figures(line.title));
  for (const auto& [name, found] : changes) {
    if (found.lines.size() != known->second.lines.size()) continue;
    const std::string months =
        fmt::format("{} to {}", month_name(found.first_month + 1), month_name(found.last_month + 1));
    table.add(cells_of(code, name, months, found.lines, false));
    if (found.lines.front().full_year_gbp_m) table.add(cells_of(code, name, "a full year", found.lines, true));
  }
  return table;
}

Table pounds(const Figures& run, const TrustFigures& trust) {
  std::vector<std::pair<std::string, Pounds>> changes;
  for (std::size_t side = 1; side <= trust.pounds.size(); ++side)
    changes.emplace_back(run.origin.side_titles[side], trust.pounds[side - 1]);
  return pounds(trust.code, changes);
}

}  // namespace uor::report::tables
