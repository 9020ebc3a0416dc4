// The sheets Statements and Savings.
#include <fmt/format.h>

#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

using workbook::Chart;

constexpr int first_month_column = 6;

struct Statistic {
  const char* title;
  double Band::*member;
};
constexpr std::array<Statistic, 3> statistics = {
    {{"mean", &Band::mean}, {"5 %", &Band::lower}, {"95 %", &Band::upper}}};

/// Rows of one quantity: a side and a statistic each. The row of each side's mean.
std::vector<int> add_line(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust, const Line& line) {
  std::vector<int> means;
  for (std::size_t side = 0; side < line.sides.size(); ++side) {
    means.push_back(out.next());
    for (const Statistic& statistic : statistics) {
      std::vector<CellValue> row = {trust.code, line.title, line.unit, figures.origin.side_titles[side],
                                    statistic.title};
      for (const Band& band : line.sides[side]) row.emplace_back(Number{band.*statistic.member, format::value});
      out.row(row);
    }
  }
  return means;
}

Chart chart_of(const Figures& figures, const TrustFigures& trust, const Line& line, const std::vector<int>& means,
               int heading_row) {
  Chart chart{
      Chart::Kind::lines, fmt::format("{}: {}", trust.code, line.title), "", line.unit, "#,##0.0", {}, 700, 320};
  const int last = first_month_column + static_cast<int>(line.sides[0].size()) - 1;
  for (std::size_t side = 0; side < means.size(); ++side)
    chart.series.push_back({figures.origin.side_titles[side],
                            "Statements",
                            {{heading_row, first_month_column}, {heading_row, last}},
                            {{means[side], first_month_column}, {means[side], last}},
                            side_colour(side),
                            side == 0});
  return chart;
}

void add_statements(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust, int heading_row,
                    std::vector<Chart>& charts) {
  for (const Line& line : trust.money.statements) {
    const std::vector<int> means = add_line(out, figures, trust, line);
    if (line.id == "finance.surplus" || line.id == "finance.cash" || line.id == "finance.savings_delivered")
      charts.push_back(chart_of(figures, trust, line, means, heading_row));
  }
  for (const std::vector<Line>& lines : {trust.money.fund_terms, trust.money.support})
    for (const Line& line : lines) add_line(out, figures, trust, line);
}

void add_bridge(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust) {
  for (std::size_t side = 0; side < trust.bridge.sides.size(); ++side)
    for (const BridgeStep& step : trust.bridge.sides[side])
      out.row({trust.code, figures.origin.side_titles[side], step.title, step.total ? "balance" : "change",
               Number{step.mean_gbp_m, format::money}});
}

/// A statement by month with the year it adds up to, and why it steps where accounts meet the forecast.
void add_year(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust) {
  for (std::size_t side = 0; side < trust.statement.sides.size(); ++side)
    for (const StatementRow& row : trust.statement.sides[side]) {
      std::vector<CellValue> cells = {trust.code, figures.origin.side_titles[side], row.title};
      for (const double mean : row.mean) cells.emplace_back(Number{mean, format::money});
      cells.resize(3 + 12);
      cells.emplace_back(Number{row.year_gbp_m, format::money});
      out.row(cells);
    }
}

void add_forecast(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust) {
  for (std::size_t side = 0; side < trust.own_forecast.sides.size(); ++side)
    for (const BridgeStep& step : trust.own_forecast.sides[side])
      out.row({trust.code, figures.origin.side_titles[side], step.title, Number{step.mean_gbp_m, format::money}});
}

}  // namespace

void write_year(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Column> columns = {{"Trust", 9}, {"Side", 30}, {"Line", 40}};
  for (std::size_t month = 0; month < 12; ++month) columns.push_back({month_heading(month), 11});
  columns.push_back({"All months", 12, "GBP m"});
  WorkbookSheet out(book, "Year", "Statement of the first year",
                    "Means over trials, GBP m; lines and months add up. Closed months are the accounts.", columns);
  out.headings();
  out.freeze(3);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts) add_year(out, figures, trust);
  out.name("year_statement", first, 1, 16);
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.statement.steps.size(); ++side)
      if (!trust.statement.steps[side].empty())
        out.row({trust.code, figures.origin.side_titles[side], trust.statement.steps[side]});
  out.space();
  out.headings("Your forecast and ours", {{"Trust", 0}, {"Side", 0}, {"Line", 0}, {"Amount", 0, "GBP m"}});
  const int forecasts = out.next();
  for (const TrustFigures& trust : figures.trusts) add_forecast(out, figures, trust);
  if (out.next() > forecasts) out.name("own_forecast", forecasts, 1, 4);
}

void write_statements(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Column> columns = {
      {"Trust", 9}, {"Line", 40}, {"Unit", 12}, {"Side", 30}, {"Statistic", 10, "of trials"}};
  for (int month = 0; month < figures.origin.months; ++month)
    columns.push_back({month_heading(static_cast<std::size_t>(month)), 11});
  WorkbookSheet out(
      book, "Statements", "Statements by month",
      "Mean over trials, and the interval of 90 % of trials. Flows are of the month, balances of its end.", columns);
  out.headings();
  out.freeze(5);
  const int first = out.next();
  std::vector<Chart> charts;
  for (const TrustFigures& trust : figures.trusts) add_statements(out, figures, trust, first - 1, charts);
  const int last_column = first_month_column + figures.origin.months - 1;
  out.name("statements", first, 1, last_column);
  if (out.next() > first) out.sheet().filter({{first - 1, 1}, {out.next() - 1, last_column}});
  int row = out.next() + 1;
  for (const Chart& chart : charts) {
    out.sheet().chart({row, 2}, chart);
    row += 18;
  }
}

void write_savings(workbook::BookWriter& book, const Figures& figures) {
  WorkbookSheet out(
      book, "Savings", "Savings and the way from plan to underlying position",
      "Means over trials, from April to the assessment month of its financial year. Green, amber and red by "
      "what is delivered of plan.",
      {{"Trust", 9},
       {"Side", 30},
       {"Scheme", 40},
       {"Category", 16},
       {"Planned", 12, "GBP m"},
       {"Delivered", 12, "GBP m"},
       {"Of plan", 10},
       {"Status", 10}});
  out.headings();
  out.freeze(3);
  const int first = out.next();
  const auto add = [&](const TrustFigures& trust, std::size_t side, const SchemeSide& scheme, const std::string& name) {
    out.row({trust.code, figures.origin.side_titles[side], name, scheme.category,
             Number{scheme.planned_gbp_m, format::money}, Number{scheme.delivered_gbp_m, format::money},
             Number{scheme.delivered_gbp_m / scheme.planned_gbp_m, "0%"}, scheme.status});
  };
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.schemes.totals.size(); ++side) {
      for (const SchemeSide& scheme : trust.schemes.sides[side]) add(trust, side, scheme, scheme.name);
      add(trust, side, trust.schemes.totals[side], "All schemes");
    }
  out.name("savings", first, 1, 8);
  out.space();
  out.headings("From plan to underlying position",
               {{"Trust", 0}, {"Side", 0}, {"Step", 0}, {"", 0}, {"Amount", 0, "GBP m"}});
  const int steps = out.next();
  for (const TrustFigures& trust : figures.trusts) add_bridge(out, figures, trust);
  out.name("bridge", steps, 1, 5);
}

}  // namespace uor::report
