#include "core/uor/report/tables/statement.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr std::size_t a_year = 12;

/// Programs find twelve months, also of a shorter run.
std::vector<Column> month_columns(std::size_t months, std::size_t closed) {
  std::vector<Column> columns = {of_trust(), of_side().in_numbers(), text("Line", 40)};
  for (std::size_t month = 0; month < a_year; ++month) {
    const Column column = of_month(month, month < closed ? " (closed)" : "");
    columns.push_back(month < months ? column : column.in_numbers());
  }
  return joined(columns, {figures("All months", {{Part::value, "All months", "£m", 12}})});
}

}  // namespace

Table statement(const Figures& run, const TrustFigures& trust, std::size_t side) {
  const bool known = side < trust.statement.sides.size();
  const std::vector<StatementRow> rows = known ? trust.statement.sides[side] : std::vector<StatementRow>();
  Table table{
      "statement",
      fmt::format("Statement of the first year, \u201c{}\u201d: £m, mean of trials", run.origin.side_titles[side]), "",
      month_columns(rows.empty() ? 0 : rows.front().mean.size(), trust.statement.closed_months)};
  for (const StatementRow& row : rows) {
    std::vector<Cell> cells = {trust.code, run.origin.side_titles[side], row.title};
    for (const double mean : row.mean) cells.emplace_back(Amount{mean, 2});
    cells.resize(table.columns.size() - 1);
    cells.emplace_back(Amount{row.year_gbp_m, 2});
    table.add(std::move(cells), row.total);
  }
  return table;
}

Table statement_steps(const Figures& run, const TrustFigures& trust) {
  Table table{"statement-steps", "From the accounts to the forecast", "", {of_trust(), of_side(), text("Step", 40)}};
  for (std::size_t side = 0; side < trust.statement.steps.size(); ++side)
    if (const std::string& step = trust.statement.steps[side]; !step.empty())
      table.add({trust.code, run.origin.side_titles[side], step});
  return table;
}

Table line(const Figures& run, const TrustFigures& trust, const Line& line) {
  Table table{"line",
              fmt::format("{}, {} by month: mean of trials (5 to 95 % of them)", line.title, unit_name(line.unit))};
  Column statistic = text("Statistic").in_numbers();
  statistic.numbers = {{Part::statistic, "Statistic", "of trials", 10}};
  table.columns = {of_trust(), text("Line", 40).in_numbers(), text("Unit", 12).in_numbers(), of_side(), statistic};
  table.statistics = {{"mean", Part::value}, {"5 %", Part::lower}, {"95 %", Part::upper}};
  for (std::size_t month = 0; month < static_cast<std::size_t>(run.origin.months); ++month)
    table.columns.push_back(of_month(month));
  for (std::size_t side = 0; side < line.sides.size(); ++side) {
    std::vector<Cell> cells = {trust.code, line.title, unit_name(line.unit), run.origin.side_titles[side],
                               std::monostate{}};
    for (const Band& band : line.sides[side]) cells.push_back(spread(band));
    table.add(std::move(cells));
  }
  return table;
}

}  // namespace uor::report::tables
