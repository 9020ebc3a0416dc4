#include "core/uor/report/tables/score_beside.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

Table score_beside(const Figures& run, const TrustFigures& trust, std::size_t side) {
  const ScoreBeside& score = trust.score_beside;
  Table table{"finance-score",
              fmt::format("Finance score by metric and month, \u201c{}\u201d: mean of trials, 1 best to 4",
                          run.origin.side_titles[side])};
  table.columns = {of_trust(), of_side().in_numbers(), text("Metric")};
  for (std::size_t month = 0; month < score.mean[side].size(); ++month) table.columns.push_back(of_month(month));
  const std::vector<Cell> first = {trust.code, run.origin.side_titles[side]};
  for (const Line& line : score.metrics) {
    std::vector<Cell> cells = joined(first, {capital(line.title.substr(line.title.find(": ") + 2))});
    for (const Band& band : line.sides[side]) cells.emplace_back(Score{band.mean});
    table.add(std::move(cells));
  }
  std::vector<Cell> cells = joined(first, {std::string("Finance score")});
  for (const double mean : score.mean[side]) cells.emplace_back(Score{mean});
  return table.add(std::move(cells), true);
}

}  // namespace uor::report::tables
