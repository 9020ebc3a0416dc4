// The sheet Statements.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/uor/report/tables/statement.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

namespace {

using workbook::Chart;

constexpr int first_month_column = 6;

/// Colours of sides in charts: the baseline in grey, then the scenario's.
std::uint32_t side_colour(std::size_t side) {
  constexpr std::array<std::uint32_t, 7> colours = {0x768692, 0x005EB8, 0xD55E00, 0x009E73,
                                                    0xCC79A7, 0xE69F00, 0x330072};
  return colours[side < colours.size() ? side : 1 + (side - 1) % (colours.size() - 1)];
}

/// Of the means, which are the first of the rows of each side.
Chart chart_of(const Figures& figures, const TrustFigures& trust, const Line& line, int first, int rows_a_side,
               int heading_row) {
  Chart chart{Chart::Kind::lines,
              fmt::format("{}: {}", trust.code, line.title),
              "",
              unit_name(line.unit),
              "#,##0.0",
              {},
              700,
              320};
  const int last = first_month_column + figures.origin.months - 1;
  for (std::size_t side = 0; side < line.sides.size(); ++side) {
    const int row = first + rows_a_side * static_cast<int>(side);
    chart.series.push_back({figures.origin.side_titles[side],
                            "Statements",
                            {{heading_row, first_month_column}, {heading_row, last}},
                            {{row, first_month_column}, {row, last}},
                            side_colour(side),
                            side == 0});
  }
  return chart;
}

/// All lines of a trust; charts of those that are drawn.
void add_lines(Sheet& out, const Figures& figures, const TrustFigures& trust, int heading_row,
               std::vector<Chart>& charts) {
  const std::vector<std::string>& drawn = trust.money.in_workbook;
  for (const std::vector<Line>* lines : {&trust.money.statements, &trust.money.fund_terms, &trust.money.support})
    for (const Line& line : *lines) {
      const tables::Table table = tables::line(figures, trust, line);
      const int first = out.rows(table), rows_a_side = static_cast<int>(table.statistics.size());
      const bool chosen = std::find(drawn.begin(), drawn.end(), line.id) != drawn.end();
      if (chosen && lines == &trust.money.statements)
        charts.push_back(chart_of(figures, trust, line, first, rows_a_side, heading_row));
    }
}

}  // namespace

void write_statements(workbook::BookWriter& book, const Figures& figures) {
  const tables::Table columns = tables::line(figures, TrustFigures(), Line());
  Sheet out(book, "Statements", "Statements by month",
            "Mean over trials, and the interval of 90 % of trials. Flows are of the month, balances of its end.",
            columns);
  out.headings(columns);
  out.freeze(first_month_column - 1);
  const int first = out.next(), last_column = first_month_column + figures.origin.months - 1;
  std::vector<Chart> charts;
  for (const TrustFigures& trust : figures.trusts) add_lines(out, figures, trust, first - 1, charts);
  out.name("statements", first, 1, last_column);
  if (out.next() > first) out.sheet().filter({{first - 1, 1}, {out.next() - 1, last_column}});
  int row = out.next() + 1;
  for (const Chart& chart : charts) {
    out.sheet().chart({row, 2}, chart);
    row += 18;
  }
}

}  // namespace uor::report::book
