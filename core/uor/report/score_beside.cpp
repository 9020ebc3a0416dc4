#include "core/uor/report/score_beside.hpp"

namespace uor::report {

ScoreBeside score_beside_of(const View& view, const policy::Shown& rows) {
  ScoreBeside score;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    score.share.emplace_back();
    score.mean.emplace_back();
    if (!analyse::has_score_beside(view.side(side))) continue;  // no plugin of the run gives one
    for (const tally::Counts4& counts : view.side(side).beside_by_month) {
      std::array<double, 4> shares{};
      for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = analyse::share(counts[i], view.summary.trials).value;
      score.share.back().push_back(shares);
      score.mean.back().push_back(analyse::mean_grade(counts));
    }
  }
  for (const policy::ShownBeside& row : rows.beside) {
    score.id = row.id;
    for (const policy::PartBeside& part : row.parts) {
      const std::optional<Line> line = line_of(view, part.quantity);
      if (!line) continue;
      score.metrics.push_back(*line);
      score.metric_titles.push_back(part.title);
    }
  }
  return score;
}

Json json_of(const ScoreBeside& score) {
  return {{"share", score.share}, {"mean", score.mean}, {"metrics", json_list(score.metrics)}};
}

}  // namespace uor::report
