// The sheets Year and Savings.
#include "core/uor/report/tables/schemes.hpp"
#include "core/uor/report/tables/statement.hpp"
#include "core/uor/report/workbook/all_trusts.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

namespace {

using tables::Table;

/// The table of each of `sides` sides one under the other; the columns alone of none.
template <typename TableOf>
Table of_sides(const Figures& run, const TrustFigures& trust, std::size_t sides, TableOf table_of) {
  std::vector<Table> parts = {table_of(run, TrustFigures(), 0)};
  for (std::size_t side = 0; side < sides; ++side) parts.push_back(table_of(run, trust, side));
  return stacked(std::move(parts));
}

Table statements_of_sides(const Figures& run, const TrustFigures& trust) {
  return of_sides(run, trust, trust.statement.sides.size(), tables::statement);
}

Table schemes_of_sides(const Figures& run, const TrustFigures& trust) {
  return of_sides(run, trust, trust.schemes.totals.size(), tables::schemes);
}

}  // namespace

void write_year(workbook::BookWriter& book, const Figures& figures) {
  const Table statements = of_all_trusts(figures, statements_of_sides);
  Sheet out(book, "Year", "Statement of the first year",
            "Means over trials, £m; lines and months add up. Closed months are the accounts.", statements);
  out.whole(statements, "year_statement", 3);
  out.rows(of_all_trusts(figures, tables::statement_steps));
  const Table forecast = of_all_trusts(figures, tables::own_forecast_by_side);
  out.space();
  out.headings(forecast, "Your forecast and ours");
  out.name("own_forecast", out.rows(forecast), 1, 4);
}

void write_savings(workbook::BookWriter& book, const Figures& figures) {
  const Table schemes = of_all_trusts(figures, schemes_of_sides);
  Sheet out(book, "Savings", "Savings and the way from plan to underlying position",
            "Means over trials, from April to the assessment month of its financial year. Green, amber and red by "
            "what is delivered of plan.",
            schemes);
  out.whole(schemes, "savings", 3);
  const Table bridge = of_all_trusts(figures, tables::bridge_by_side);
  out.space();
  out.headings(bridge, "From plan to underlying position");
  out.name("bridge", out.rows(bridge), 1, 5);
}

}  // namespace uor::report::book
