#include "core/uor/report/trust_figures.hpp"

#include <cmath>

#include "core/uor/run/calendar.hpp"

namespace uor::report {

namespace {

Json json_of_study(const std::optional<Study>& study) {
  if (!study) return {};
  Json unknowns = Json::array(), limiters = Json::array();
  for (const UnknownWorth& unknown : study->unknowns)
    unknowns.push_back({{"title", unknown.title},
                        {"where", unknown.where},
                        {"share", unknown.share},
                        {"standard_error", unknown.standard_error}});
  for (const LimiterCost& limiter : study->limiters)
    limiters.push_back({{"id", limiter.id}, {"odds_without", limiter.without}});
  return {{"trials", study->trials},
          {"unknowns", unknowns},
          {"limiters", limiters},
          {"odds_without_limiters", study->without_limiters}};
}

}  // namespace

namespace {

std::string prices_in_words(const View& view, const Context& context, const TrustContext& about) {
  const auto& benchmarks = view.side(0).benchmarks;
  if (benchmarks.empty() || std::isnan(benchmarks.front()[0]))
    return "in the prices of the policy's data (the file was written without later ones)";
  const std::string own = about.trust ? about.trust->policy_year : "";
  return "in prices of " +
         run::month_label(own.empty() ? context.policy.default_year : own, view.header.assessment_month);
}

}  // namespace

TrustFigures figures_of_trust(const View& view, const Context& context, const Rules& rules) {
  const std::size_t index = view.summary.trust;
  const run::TrustInfo& trust = view.header.trusts[index];
  const TrustContext about = index < context.trusts.size() ? context.trusts[index] : TrustContext{};
  TrustFigures figures;
  figures.code = trust.code;
  figures.name = trust.name;
  figures.type = trust.type;
  figures.trials = view.summary.trials;
  figures.metrics_reported = trust.metrics_reported;
  figures.metrics_of_framework = view.header.metrics.size();
  figures.in_scope = trust.in_scope;
  figures.combined_given = trust.combined_given;
  figures.known = rules.known(static_cast<std::size_t>(trust.metrics_reported), view.header.metrics.size());
  figures.prices = prices_in_words(view, context, about);
  figures.warnings = trust.warnings;
  figures.peers = about.peers.codes;
  figures.odds = odds_of(view);
  figures.changes = changes_of(view, figures.odds, context.policy);
  figures.kloes = kloes_of(view, context.policy.rating.weights);
  figures.metrics = metrics_of(view, context, index);
  figures.money = money_of(view);
  figures.statement = statement_of(view, about);
  figures.own_forecast = own_forecast_of(view, about);
  figures.bridge = bridge_of(view);
  figures.finance_score = finance_score_of(view);
  figures.schemes = schemes_of(view, about, rules);
  figures.limiters = limiters_of(view, context.policy);
  figures.characteristics = characteristics_of(view, context.policy);
  figures.assumptions = assumptions_of(trust, context, about);
  figures.study = about.study;
  return figures;
}

Json json_of(const TrustFigures& figures) {
  return {{"code", figures.code},
          {"name", figures.name},
          {"type", figures.type},
          {"trials", figures.trials},
          {"metrics_reported", figures.metrics_reported},
          {"metrics_of_framework", figures.metrics_of_framework},
          {"in_scope", figures.in_scope},
          {"combined_given", figures.combined_given},
          {"known", json_of(figures.known)},
          {"prices", figures.prices},
          {"warnings", figures.warnings},
          {"peers", figures.peers},
          {"odds", json_list(figures.odds)},
          {"changes", json_list(figures.changes)},
          {"kloes", json_list(figures.kloes)},
          {"metrics", json_list(figures.metrics)},
          {"money", json_of(figures.money)},
          {"statement", json_of(figures.statement)},
          {"own_forecast", json_of(figures.own_forecast)},
          {"bridge", json_of(figures.bridge)},
          {"finance_score", json_of(figures.finance_score)},
          {"schemes", json_of(figures.schemes)},
          {"limiters", json_list(figures.limiters)},
          {"characteristics", json_list(figures.characteristics)},
          {"assumptions", json_list(figures.assumptions)},
          {"study", json_of_study(figures.study)}};
}

}  // namespace uor::report
