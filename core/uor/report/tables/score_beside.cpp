#include "core/uor/report/tables/score_beside.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

Table score_beside(const Figures& run, const TrustFigures& trust, const ScoreBeside& score, std::size_t side) {
  Table table{"finance-score", fmt::format("{} by metric and month, \u201c{}\u201d: mean of trials, 1 best to 4",
                                           score.title, run.origin.side_titles[side])};
  table.columns = {of_trust(), of_side().in_numbers(), text("Metric")};
  for (std::size_t month = 0; month < score.mean[side].size(); ++month) table.columns.push_back(of_month(month));
  const std::vector<Cell> first = {trust.code, run.origin.side_titles[side]};
  for (std::size_t metric = 0; metric < score.metrics.size(); ++metric) {
    std::vector<Cell> cells = joined(first, {score.metric_titles[metric]});
    for (const Band& band : score.metrics[metric].sides[side]) cells.emplace_back(Score{band.mean});
    table.add(std::move(cells));
  }
  std::vector<Cell> cells = joined(first, {score.title});
  for (const double mean : score.mean[side]) cells.emplace_back(Score{mean});
  return table.add(std::move(cells), true);
}

}  // namespace uor::report::tables
