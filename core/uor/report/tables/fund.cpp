#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/statement.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

std::string quarter_name(const Quarter& quarter) {
  const std::string first = month_name(quarter.first_month + 1);
  return quarter.first_month == quarter.last_month ? first : first + " to " + month_name(quarter.last_month + 1);
}

}  // namespace

Table fund(const Figures& run, const TrustFigures& trust) {
  const std::vector<Quarter>& quarters = trust.money.fund;
  Table table{"fund", "Sustainability funding earned by quarter, £m, mean of trials", "", {of_trust(), of_side()}};
  for (const Quarter& quarter : quarters) table.columns.push_back(figures(quarter_name(quarter)));
  table.columns.push_back(figures("Earned since April at the last month shown, mean (5 to 95 %)"));
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    std::vector<Cell> cells = {trust.code, run.origin.side_titles[side]};
    for (const Quarter& quarter : quarters) cells.emplace_back(Amount{quarter.earned_gbp_m[side]});
    table.add(joined(cells, {spread(quarters.back().earned_since_april[side])}));
  }
  return table;
}

}  // namespace uor::report::tables
