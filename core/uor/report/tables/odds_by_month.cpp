#include "core/uor/report/tables/odds_by_month.hpp"

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr std::size_t first_rating = 2;  // column of a table of months

}  // namespace

Table odds_in_months(const Figures& run, const TrustFigures& trust, std::size_t side) {
  Table table{"odds-in-months",
              trust.code + ", " + run.origin.side_titles[side] + ": were the rating struck in the month"};
  table.columns = joined({of_trust(), text("Month")}, of_ratings_with_errors("", ""));
  const std::vector<Odds4>& months = trust.odds[side].by_month;
  for (std::size_t month = 0; month < months.size(); ++month) {
    std::vector<Cell> cells = {trust.code, numbered_month(month)};
    for (const analyse::Estimate& odds : months[month]) cells.push_back(share(odds, trust.trials));
    table.add(std::move(cells));
  }
  return table;
}

Table odds_by_month(const Figures& run, const TrustFigures& trust) {
  Table table{"months", "Rating odds by month, percent of trials", "", {of_side(), text("Rating")}};
  for (std::size_t month = 0; month < trust.odds[0].by_month.size(); ++month)
    table.columns.push_back(of_month(month).plain());
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    const Table months = odds_in_months(run, trust, side);
    for (std::size_t grade = rating_names.size(); grade-- > 0;) {
      std::vector<Cell> cells = {run.origin.side_titles[side], std::string(rating_names[grade])};
      for (const Row& row : months.rows) cells.push_back(row.cells[first_rating + grade]);
      table.add(std::move(cells));
    }
  }
  return table;
}

}  // namespace uor::report::tables
