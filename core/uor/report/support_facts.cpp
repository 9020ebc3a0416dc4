#include "core/uor/report/support_facts.hpp"

#include <algorithm>

#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

constexpr std::size_t baseline = 0;

/// The finance metrics, whose own scores are parts of the score beside the rating: 1 best to 4.
bool is_part_beside(const TrustFigures& trust, const Metric& metric) {
  return std::any_of(trust.score_beside.metrics.begin(), trust.score_beside.metrics.end(),
                     [&](const Line& line) { return line.id.ends_with("score_" + metric.id); });
}

SupportFacts::Outlier outlier_of(const Metric& metric, std::size_t month) {
  const bool worse = metric.change.direction == analyse::YearChange::Direction::deteriorated;
  return {metric.id,
          metric.title,
          with_unit(metric.line.sides[baseline][month].mean, metric.unit),
          with_unit(metric.benchmark[baseline].median, metric.unit),
          metric.origin == "drawn" ? 0 : metric.quarter[baseline],
          worse ? analyse::in_words(metric.change) : ""};
}

void add_finance(SupportFacts& facts, const TrustFigures& trust, std::size_t month) {
  const ScoreBeside& score = trust.score_beside;
  if (!score.share.empty() && month < score.share[baseline].size()) facts.finance = score.share[baseline][month];
  for (std::size_t i = 0; i < score.metrics.size(); ++i)
    facts.finance_metrics.push_back({score.metrics[i].id, score.metric_titles[i],
                                     score.metrics[i].sides[baseline][month].mean,
                                     "mean score " + figure(score.metrics[i].sides[baseline][month].mean)});
}

}  // namespace

SupportFacts support_facts(const TrustFigures& trust, std::size_t month) {
  SupportFacts facts;
  for (std::size_t grade = 0; grade < 4; ++grade) facts.rating[grade] = trust.odds[baseline].rating[grade].value;
  add_finance(facts, trust, month);
  for (const Kloe& kloe : trust.kloes)
    if (kloe.score) facts.kloes.push_back({kloe.id, kloe.title, kloe.score->sides[baseline][month].mean});
  for (const Metric& metric : trust.metrics)
    if (!is_part_beside(trust, metric)) facts.metrics.push_back(outlier_of(metric, month));
  facts.last = trust.published;
  return facts;
}

}  // namespace uor::report
