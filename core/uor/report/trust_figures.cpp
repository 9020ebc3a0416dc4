#include "core/uor/report/trust_figures.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/model/calendar.hpp"
#include "core/uor/report/published_json.hpp"
#include "core/uor/report/support_facts.hpp"
#include "core/uor/report/words.hpp"
#include "core/uor/trust/published.hpp"

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
  return {{"trials", study->trials},     {"today", study->today ? Json(*study->today) : Json()},
          {"today_is", study->today_is}, {"unknowns", unknowns},
          {"limiters", limiters},        {"odds_without_limiters", study->without_limiters}};
}

}  // namespace

std::string published_words(const TrustFigures& figures) {
  const std::string words = trust::in_words(figures.published);
  if (words.empty() || figures.published.source.empty()) return words;
  return words + "; " + figures.published.source;
}

std::string today_words(const TrustFigures& figures) {
  if (!figures.study || !figures.study->today) return "";
  const auto& odds = *figures.study->today;
  std::string shares;
  for (std::size_t grade = 0; grade < odds.size(); ++grade)
    shares += (grade == 0 ? "" : ", ") + lower(rating_name(static_cast<int>(grade) + 1)) + " " + percent(odds[grade]);
  return fmt::format("Rated today ({}): {}.", figures.study->today_is, shares);
}
namespace {

std::string prices_in_words(const View& view, const Context& context, const TrustContext& about) {
  const auto& benchmarks = view.side(0).benchmarks;
  if (benchmarks.empty() || std::isnan(benchmarks.front()[0]))
    return "in the prices of the policy's data (the file was written without later ones)";
  const std::string& usual = context.policy.default_year;
  return "in prices of " +
         model::month_label(about.trust ? model::dated_year(*about.trust, usual) : usual, view.header.assessment_month);
}

std::vector<ReceivedRating> received_of(const TrustFigures& figures, const policy::Policy& policy,
                                        const TrustContext& about) {
  const Odds& baseline = figures.odds[0];
  ReceivedOdds odds;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    odds.use_of_resources[grade] = baseline.rating[grade].value;
    odds.quality[grade] = baseline.quality[grade].value;
    odds.combined[grade] = baseline.combined[grade].value;
  }
  odds.combined_given = figures.combined_given;
  return ratings_received(policy, about.trust ? &*about.trust : nullptr, odds);
}

}  // namespace

TrustFigures figures_of_trust(const View& view, const Context& context, const Rules& rules) {
  const std::size_t index = view.summary.trust;
  const model::TrustInfo& trust = view.header.trusts[index];
  const TrustContext about = index < context.trusts.size() ? context.trusts[index] : TrustContext{};
  const policy::Shown& shown = context.policy.shown;
  TrustFigures figures;
  figures.code = trust.code;
  figures.name = trust.name;
  figures.type = trust.type;
  figures.region = trust.region;
  figures.stp = trust.stp;
  figures.trials = view.summary.trials;
  figures.metrics_reported = trust.metrics_reported;
  figures.metrics_of_framework = view.header.metrics.size();
  figures.in_scope = trust.in_scope;
  figures.combined_given = trust.combined_given;
  figures.known = rules.known(model::known_metrics(view.header, index));
  figures.prices = prices_in_words(view, context, about);
  figures.warnings = trust.warnings;
  figures.peers = about.peers.codes;
  figures.peer_names = about.peers.names;
  figures.peers_chosen = about.peers.chosen;
  if (about.trust) figures.published = about.trust->published;
  figures.steady_words = analyse::words_of_threshold(context.policy);
  figures.odds = odds_of(view);
  figures.changes = changes_of(view, figures.odds, context.policy);
  figures.kloes = kloes_of(view, context.policy.rating.kloes);
  figures.metrics = metrics_of(view, context, index);
  figures.ratios = ratios_of(view, context.policy, figures.metrics);
  figures.prompts = prompts_of(context.policy, about.trust);
  figures.evidence = evidence_of(context.policy, about.trust);
  figures.money = money_of(view, shown);
  figures.statement = statement_of(view, about, shown);
  figures.own_forecast = own_forecast_of(view, about, shown);
  figures.bridge = bridge_of(view, shown);
  for (std::size_t side = 1; side < view.sides(); ++side)
    figures.pounds.push_back(pounds_of({view, 0}, {view, side}, shown));
  figures.score_beside = score_beside_of(view, shown, 0);
  figures.more_beside = more_beside_of(view, shown);
  figures.schemes = schemes_of(view, about, rules, shown);
  figures.limiters = limiters_of(view, context.policy);
  figures.characteristics = characteristics_of(view, context.policy);
  figures.assumptions = assumptions_of(trust, context, about);
  figures.study = about.study;
  figures.received = received_of(figures, context.policy, about);
  figures.support =
      support_needs(support_facts(figures, static_cast<std::size_t>(view.header.assessment_month - 1)), rules.support);
  return figures;
}

Json json_of(const TrustFigures& figures) {
  Json more = Json::object();
  for (const ScoreBeside& score : figures.more_beside) more[score.id] = json_of(score);
  return {{"code", figures.code},
          {"name", figures.name},
          {"type", figures.type},
          {"region", figures.region},
          {"stp", figures.stp},
          {"trials", figures.trials},
          {"metrics_reported", figures.metrics_reported},
          {"metrics_of_framework", figures.metrics_of_framework},
          {"in_scope", figures.in_scope},
          {"combined_given", figures.combined_given},
          {"known", json_of(figures.known)},
          {"prices", figures.prices},
          {"warnings", figures.warnings},
          {"peers", figures.peers},
          {"peer_names", figures.peer_names},
          {"peers_chosen", figures.peers_chosen},
          {"last_published", json_of_published(figures.published)},
          {"odds", json_list(figures.odds)},
          {"changes", json_list(figures.changes)},
          {"kloes", json_list(figures.kloes)},
          {"metrics", json_list(figures.metrics)},
          {"ratios", json_list(figures.ratios)},
          {"prompts", json_list(figures.prompts)},
          {"evidence", json_list(figures.evidence)},
          {"money", json_of(figures.money)},
          {"statement", json_of(figures.statement)},
          {"own_forecast", json_of(figures.own_forecast)},
          {"bridge", json_of(figures.bridge)},
          {"pounds", json_list(figures.pounds)},
          {"finance_score", json_of(figures.score_beside)},
          {"more_scores", more},
          {"schemes", json_of(figures.schemes)},
          {"limiters", json_list(figures.limiters)},
          {"characteristics", json_list(figures.characteristics)},
          {"assumptions", json_list(figures.assumptions)},
          {"received", json_list(figures.received)},
          {"support", json_of(figures.support)},
          {"study", json_of_study(figures.study)}};
}

}  // namespace uor::report
