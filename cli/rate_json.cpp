#include "cli/rate_json.hpp"

#include <algorithm>

#include "cli/result_json.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/report/published_json.hpp"

namespace uor::cli {

using Json = nlohmann::ordered_json;

namespace {

Json rated_json(const analyse::TermShare& share) {
  return {{"id", share.term.id},
          {"weight", share.term.weight},
          {"mean", share.mean},
          {"contribution", share.contribution},
          {"variance_share", share.variance_share}};
}

/// The terms of key lines are quantities <id>.score.
bool is_kloe(const analyse::TermShare& share) { return share.term.quantity == share.term.id + ".score"; }

Json number_or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

/// "improved", "steady", "deteriorated", or null: not known.
Json direction_of(const analyse::YearChange& change) {
  if (change.direction == analyse::YearChange::Direction::not_known) return Json();
  return analyse::name_of(change.direction);
}

Json rated_json(const ask::Forecast& forecast) {
  return {{"month", forecast.month},
          {"date", forecast.label},
          {"ratings", report::json_of_shares(forecast.rating)},
          {"standard_error", report::json_of_standard_errors(forecast.rating, forecast.good_or_better)},
          {"estimator", forecast.estimator},
          {"expected_score", forecast.expected_score},
          {"finance_score", analyse::mean_grade(forecast.beside)}};
}

Json rated_json(const ask::RatedMetric& metric) {
  return {{"id", metric.part.id},
          {"kloe", metric.part.kloe},
          {"source", metric.source},
          {"unit", metric.unit},
          {"value", metric.part.value},
          {"national_median", metric.median},
          {"score", metric.part.score},
          {"contribution", metric.part.contribution},
          {"replaced", metric.part.moved},
          {"year_ago", number_or_null(metric.change.year_ago)},
          {"direction", direction_of(metric.change)},
          {"change", analyse::in_words(metric.change)}};
}

Json rated_json(const analyse::ScoredPart& part) {
  return {{"id", part.id}, {"kloe", part.kloe}, {"score", part.score}, {"contribution", part.contribution}};
}

Json rated_json(const ask::RatedLimiter& limiter, std::uint64_t trials) {
  return {{"id", limiter.id},
          {"title", limiter.title},
          {"fired", analyse::share(limiter.fired, trials).value},
          {"ratings_without", report::json_of_shares(limiter.without)}};
}

Json rated_json(const ask::Unknown& unknown) {
  return {{"id", unknown.where},
          {"title", unknown.title},
          {"worth", unknown.worth.share},
          {"standard_error", unknown.worth.standard_error}};
}

Json json_of_score_beside(const tally::Counts4& counts) {
  Json shares = Json::array();
  for (const analyse::Estimate& estimate : analyse::probabilities(counts)) shares.push_back(estimate.value);
  return shares;
}

template <typename Items, typename Describe>
Json list_of(const Items& items, Describe describe) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(describe(item));
  return list;
}

}  // namespace

Json json_of_rating(const ask::RateStudy& study, const report::Rules& rules) {
  Json kloe = Json::array(), others = Json::array();
  for (const analyse::TermShare& share : study.terms) (is_kloe(share) ? kloe : others).push_back(rated_json(share));
  const auto plain = [](const auto& item) { return rated_json(item); };
  return {{"trust", study.code},
          {"known", report::json_of(rules.known(study.known))},
          {"trials", study.trials},
          {"seed", study.seed},
          {"points", name_of(study.points)},
          {"month", study.closed_months},
          {"date", study.label},
          {"indicative", study.indicative},
          {"ratings", report::json_of_shares(study.rating)},
          {"standard_error", report::json_of_standard_errors(study.rating, study.good_or_better)},
          {"estimator", study.estimator},
          {"range", report::json_of(study.fit_range)},
          {"good_or_better", study.good_or_better.value},
          {"good_or_better_standard_error", study.good_or_better.standard_error},
          {"expected_rating", study.expected_rating.value},
          {"expected_rating_standard_error", study.expected_rating.standard_error},
          {"expected_score", study.expected_score},
          {"latent", report::json_of_latent(study.expected_score, study.cuts)},
          {"finance_score", analyse::total(study.beside) == 0 ? Json() : Json(analyse::mean_grade(study.beside))},
          {"prices", study.prices},
          {"finance_score_shares", json_of_score_beside(study.beside)},
          {"forecast", study.forecast ? rated_json(*study.forecast) : Json()},
          {"last_published", report::json_of_published(study.published)},
          {"kloe", kloe},
          {"other_terms", others},
          {"metrics", list_of(study.metrics, plain)},
          {"other_parts", list_of(study.others, plain)},
          {"limiters", list_of(study.limiters, [&](const auto& limiter) { return rated_json(limiter, study.trials); })},
          {"ratings_without_limiters", report::json_of_shares(study.without_limiters)},
          {"received", report::json_list(study.received)},
          {"support", report::json_of(study.support)},
          {"unknown", list_of(study.unknowns, plain)},
          {"warnings", study.warnings},
          {"notes", study.notes}};
}

}  // namespace uor::cli
