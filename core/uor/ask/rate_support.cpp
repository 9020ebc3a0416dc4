#include "core/uor/ask/rate_support.hpp"

#include "core/uor/report/words.hpp"

namespace uor::ask {

namespace {

report::SupportFacts::Outlier outlier_of(const RatedMetric& metric) {
  const bool worse = metric.change.direction == analyse::YearChange::Direction::deteriorated;
  return {metric.part.id,
          metric.title,
          report::with_unit(metric.part.value, metric.unit),
          report::with_unit(metric.median, metric.unit),
          metric.source == "drawn" ? 0 : metric.quarter,
          worse ? analyse::in_words(metric.change) : ""};
}

void add_metric(report::SupportFacts& facts, const RatedMetric& metric) {
  if (metric.score_beside) {
    facts.finance_metrics.push_back(
        {metric.part.id, metric.title, metric.part.score, report::with_unit(metric.part.value, metric.unit)});
  } else {
    facts.metrics.push_back(outlier_of(metric));
  }
}

}  // namespace

report::SupportFacts support_facts(const RateStudy& study) {
  report::SupportFacts facts;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    facts.rating[grade] = study.rating[grade].value;
    if (analyse::total(study.beside) > 0)
      facts.finance[grade] = analyse::share(study.beside[grade], study.trials).value;
  }
  for (const analyse::TermShare& share : study.terms)
    if (share.term.quantity == share.term.id + ".score")
      facts.kloes.push_back({share.term.id, study.titles.at(share.term.id), share.mean});
  for (const RatedMetric& metric : study.metrics) add_metric(facts, metric);
  facts.last = study.published;
  return facts;
}

}  // namespace uor::ask
