#include "core/uor/report/score_beside.hpp"

namespace uor::report {

ScoreBeside score_beside_of(const View& view, const policy::Shown& rows, std::size_t row) {
  ScoreBeside score;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    score.share.emplace_back();
    score.mean.emplace_back();
    if (!analyse::has_score_beside(view.side(side), row)) continue;  // no plugin of the run gives one
    for (const tally::Counts4& counts : analyse::score_beside(view.side(side), row)) {
      std::array<double, 4> shares{};
      for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = analyse::share(counts[i], view.summary.trials).value;
      score.share.back().push_back(shares);
      score.mean.back().push_back(analyse::mean_grade(counts));
    }
  }
  if (row >= rows.beside.size()) return score;
  score.id = rows.beside[row].id;
  score.title = rows.beside[row].title;
  for (const policy::PartBeside& part : rows.beside[row].parts) {
    const std::optional<Line> line = line_of(view, part.quantity);
    if (!line) continue;
    score.metrics.push_back(*line);
    score.metric_titles.push_back(part.title);
  }
  return score;
}

std::vector<ScoreBeside> more_beside_of(const View& view, const policy::Shown& rows) {
  std::vector<ScoreBeside> scores;
  for (std::size_t row = 0; row < view.header.more_beside.size(); ++row) {
    ScoreBeside score = score_beside_of(view, rows, row + 1);
    score.id = view.header.more_beside[row];
    score.title = view.header.more_beside_titles[row];
    scores.push_back(std::move(score));
  }
  return scores;
}

Json json_of(const ScoreBeside& score) {
  return {{"share", score.share}, {"mean", score.mean}, {"metrics", json_list(score.metrics)}};
}

}  // namespace uor::report
