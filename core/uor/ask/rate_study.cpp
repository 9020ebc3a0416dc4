#include "core/uor/ask/rate_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "core/uor/analyse/benchmark.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/model/facts.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/report/kloes.hpp"
#include "core/uor/tally/odds_sink.hpp"
#include "core/uor/tally/tee.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::ask {

namespace {

std::string metric_source(const std::string& metric, const model::Inputs& inputs, const trust::Fields& fields) {
  const trust::Field* field = fields.find(metric);
  if (field == nullptr) return "derived";
  const model::Fact fact = model::resolve_fact(*field, inputs.trusts.front(), inputs.policy);
  return model::origin_of(fact);
}

/// In the prices of the values beside it; the policy's where the run has none.
analyse::Benchmark national_figures(const model::Header& header, const tally::SideSummary& side,
                                    const policy::Metric& metric) {
  const auto benchmark = analyse::benchmark_at_rating(header, side, "metric." + metric.id);
  return benchmark ? *benchmark : analyse::benchmark_as_stated(metric, {});
}

std::vector<RatedMetric> rated_metrics(const analyse::RatingParts& parts, const model::Inputs& inputs,
                                       const model::Header& header, const tally::SideSummary& side,
                                       const trust::Fields& fields) {
  std::vector<RatedMetric> rated;
  for (const analyse::ScoredPart& part : parts.metrics()) {
    const policy::Metric& metric = *inputs.policy.find_metric(part.id);
    const Quantity* quantity = inputs.catalogue->find("metric." + part.id);
    const analyse::Benchmark national = national_figures(header, side, metric);
    rated.push_back({part, quantity == nullptr ? part.id : quantity->title,
                     report::kloe_title(header, inputs.policy.rating.kloes, metric.kloe), metric.unit,
                     metric_source(part.id, inputs, fields), national.median,
                     analyse::year_change(metric, inputs.trusts.front(), inputs.policy),
                     analyse::quarter_of(part.value, metric.polarity, national),
                     inputs.policy.shown.is_part_beside(metric.kloe + ".score_" + metric.id)});
  }
  return rated;
}

std::string term_title(const analyse::LatentTerm& term, const model::Header& header, const model::Inputs& inputs) {
  for (const policy::Indicator& row : inputs.policy.rating.indicators)
    if (row.id == term.id) return row.title;
  if (std::find(header.kloes.begin(), header.kloes.end(), term.id) != header.kloes.end())
    return report::kloe_title(header, inputs.policy.rating.kloes, term.id);
  return term.id == "judgement" ? "Judgement of the assessors" : term.id;
}

/// How far the odds are from those without the limiter.
double moved(const analyse::Shares4& with, const analyse::Shares4& without) {
  double sum = 0;
  for (std::size_t grade = 0; grade < 4; ++grade) sum += std::abs(with[grade] - without[grade]);
  return sum;
}

std::vector<RatedLimiter> fired_limiters(const analyse::Limits& limits, const policy::Rating& rating) {
  std::vector<RatedLimiter> fired;
  for (std::size_t l = 0; l < rating.limiters.size(); ++l) {
    if (limits.fired(l) == 0) continue;
    fired.push_back({rating.limiters[l].id, rating.limiters[l].title, limits.fired(l), limits.without(l)});
  }
  std::stable_sort(fired.begin(), fired.end(), [&](const RatedLimiter& a, const RatedLimiter& b) {
    return moved(limits.rating(), a.without) > moved(limits.rating(), b.without);
  });
  return fired;
}

std::string policy_year(const model::Inputs& inputs) {
  const std::string& own = inputs.trusts.front().policy_year;
  return own.empty() ? inputs.policy.default_year : own;
}

std::string dated_year(const model::Inputs& inputs) {
  return model::dated_year(inputs.trusts.front(), inputs.policy.default_year);
}

/// Whether its figures are those of a table that says of which years they are.
bool ships(const model::Inputs& inputs) {
  return inputs.trusts.front().policy_year.empty() && !inputs.trusts.front().figures_year.empty();
}

tally::Counts4 score_beside_in(const tally::SideSummary& side, int month) {
  const std::span<const tally::Counts4> by_month = analyse::score_beside(side, 0);
  const std::size_t at = static_cast<std::size_t>(month - 1);
  return at < by_month.size() ? by_month[at] : tally::Counts4{};
}

std::vector<report::ReceivedRating> received_in(const tally::SideSummary& side, const model::Header& header,
                                                const model::Inputs& inputs) {
  report::ReceivedOdds odds;
  const analyse::Odds4 rating = analyse::rating_odds(side), combined = analyse::combined_odds(side);
  const analyse::Odds4 quality = analyse::probabilities(side.quality);
  for (std::size_t grade = 0; grade < 4; ++grade) {
    odds.use_of_resources[grade] = rating[grade].value;
    odds.quality[grade] = quality[grade].value;
    odds.combined[grade] = combined[grade].value;
  }
  odds.combined_given = header.trusts[0].combined_given;
  return report::ratings_received(inputs.policy, &inputs.trusts.front(), odds);
}

Forecast forecast_in(model::Inputs inputs, int month) {
  inputs.scenario.run.months = std::max(month, inputs.scenario.run.months);
  inputs.scenario.run.assessment_month = month;
  inputs.scenario.variants.clear();
  inputs.keep = {};
  tally::OddsSink sink;
  run::Engine engine(inputs);
  const tally::SideSummary side = engine.run(sink).front().sides[0];
  return {month,
          model::iso_month(month, dated_year(inputs)),
          analyse::rating_odds(side),
          analyse::good_or_better(side),
          analyse::estimator_of(side),
          score_beside_in(side, month),
          side.expected_score};
}

}  // namespace

std::string words_of_today(int closed_months, const std::string& label, bool ships) {
  const std::string month = trust::date_in_words(label);
  if (closed_months == 0 && ships)
    return fmt::format(
        "the last figures that ship, balances to {} and others older (data/README.md); no month is closed", month);
  if (closed_months == 0) return fmt::format("last year's outturn as reported, to {}; no month is closed", month);
  return fmt::format("the accounts to {} (month {}), and everything else as reported", month, closed_months);
}

TodayOdds odds_today(const model::Inputs& inputs) {
  model::Inputs today = model::as_of_today(inputs);
  today.keep = {};
  tally::OddsSink sink;
  run::Engine engine(today);
  const int closed = model::closed_months_of(inputs.trusts.front());
  return {analyse::rating_odds(engine.run(sink).front().sides[0]),
          words_of_today(closed, model::iso_month(closed, dated_year(inputs)), ships(inputs))};
}

RateStudy study_today(const model::Inputs& inputs, const trust::Fields& fields, int month) {
  RateStudy study = study_rating(model::as_of_today(inputs), fields);
  study.closed_months = model::closed_months_of(inputs.trusts.front());
  study.label = model::iso_month(study.closed_months, dated_year(inputs));
  study.ships = ships(inputs);
  study.forecast = forecast_in(inputs, month);
  return study;
}

RateStudy study_rating(const model::Inputs& inputs, const trust::Fields& fields) {
  analyse::RatingParts parts(inputs);
  analyse::WorthSink worth;
  tally::Tee sinks({&parts, &worth});
  model::Inputs keeping_nothing = inputs;
  keeping_nothing.keep = {};
  run::Engine engine(keeping_nothing);
  const tally::Summary summary = engine.run(sinks).front();
  const model::Header& header = engine.header();
  RateStudy study;
  study.code = header.trusts[0].code;
  study.name = header.trusts[0].name;
  study.assessment_month = header.assessment_month;
  study.known = model::known_metrics(header, 0);
  study.trials = summary.trials;
  study.seed = header.seed;
  study.points = header.points;
  study.rating = analyse::rating_odds(summary.sides[0]);
  study.fit_range = analyse::fit_range(summary.sides[0]);
  study.estimator = analyse::estimator_of(summary.sides[0]);
  study.without_limiters = parts.limits().without_any();
  study.expected_score = summary.sides[0].expected_score;
  study.expected_rating = analyse::expected_rating(summary.sides[0]);
  study.good_or_better = analyse::good_or_better(summary.sides[0]);
  study.cuts = header.cuts;
  study.warnings = header.trusts[0].warnings;
  study.notes = header.notes;
  study.beside = score_beside_in(summary.sides[0], header.assessment_month);
  study.indicative = inputs.policy.indicative_years.contains(policy_year(inputs));
  study.published = inputs.trusts.front().published;
  study.threshold_words = analyse::words_of_threshold(inputs.policy);
  study.terms = parts.terms();
  for (const analyse::TermShare& share : study.terms)
    study.titles[share.term.id] = term_title(share.term, header, inputs);
  study.metrics = rated_metrics(parts, inputs, header, summary.sides[0], fields);
  study.others = parts.other_parts();
  for (const analyse::ScoredPart& part : study.others) {
    const Quantity* quantity = inputs.catalogue->find(part.id);
    study.titles[part.id] = quantity == nullptr ? part.id : quantity->title;
  }
  study.prices = model::month_label(dated_year(inputs), header.assessment_month);
  study.received = received_in(summary.sides[0], header, inputs);
  study.limiters = fired_limiters(parts.limits(), inputs.policy.rating);
  study.unknowns = sorted_unknowns(inputs, fields, header, worth.worths());
  return study;
}

}  // namespace uor::ask
