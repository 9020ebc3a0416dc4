#include "cli/rate_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/heading.hpp"
#include "cli/published_screen.hpp"
#include "cli/support_screen.hpp"
#include "cli/text_table.hpp"
#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/base/decimals.hpp"
#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t shown_parts = 8, shown_limiters = 8, shown_unknowns = 10;

std::string odds(const analyse::Estimate& estimate, std::uint64_t trials) {
  return fmt::format("{} ±{}", percent(estimate.value, trials), percent_error(estimate.standard_error, trials));
}

std::string signed_points(double value) { return signed_decimals(value, 3); }

std::string in_colour(double value, const Style& style) {
  if (std::abs(value) < 0.0005) return signed_points(value);
  return value > 0 ? style.better(signed_points(value)) : style.worse(signed_points(value));
}

std::string in_colour(const analyse::YearChange& change, const Style& style) {
  const std::string words = analyse::in_words(change);
  if (change.direction == analyse::YearChange::Direction::improved) return style.better(words);
  return change.direction == analyse::YearChange::Direction::deteriorated ? style.worse(words) : words;
}

void note(const std::string& text, const Style& style) { print(wrap("  ", style.faint(text), 2)); }

std::string month_words(const std::string& label) { return trust::date_in_words(label); }

std::string forecast_words(const ask::Forecast& forecast, int closed_months) {
  const std::string when = fmt::format("{}, month {}", month_words(forecast.label), forecast.month);
  return forecast.month > closed_months ? "forecast to " + when : "run to " + when + ", closed";
}

void print_odds(const ask::RateStudy& study, const report::Rules& rules, const Style& style) {
  fmt::print("{}  {}\n", style.bold(study.code), study.name);
  const report::Known known = rules.known(study.known);
  print(wrap("", known.words(), 2));
  fmt::print("{} trials, seed {}{}\n", grouped(study.trials), study.seed,
             study.points == Points::random ? "" : fmt::format(", {} points", name_of(study.points)));
  print(wrap("Today: ", ask::words_of_today(study.closed_months, study.label, study.ships), 2));
  print_published(study.published, style);
  fmt::print("\n");
  for (const std::string& warning : study.warnings) print(wrap(style.warning("Warning: "), warning, 2));
  for (const std::string& text : study.notes) print(wrap(style.warning("Note: "), text, 2));
  if (!study.warnings.empty() || !study.notes.empty()) fmt::print("\n");
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right}, "");
  table.head({"Use of resources,", "", "requires", "", ""});
  table.head({"percent of trials", "inadequate", "improvement", "good", "outstanding"});
  const auto row = [&](const std::string& what, const analyse::Odds4& rating) {
    std::vector<std::string> cells = {what};
    for (const analyse::Estimate& estimate : rating) cells.push_back(odds(estimate, study.trials));
    table.row(std::move(cells));
  };
  row("today", study.rating);
  if (study.forecast) row(forecast_words(*study.forecast, study.closed_months), study.forecast->rating);
  print(table.lines(style));
  fmt::print("Good or better {} %; expected rating {:.3f} ±{} (1 inadequate to 4 outstanding)\n",
             odds(study.good_or_better, study.trials), study.expected_rating.value,
             analyse::error_figure(study.expected_rating.standard_error, 3));
  if (study.fit_range)
    fmt::print("Good or better allowing for the fit: {} % (5 to 95 % of draws around its numbers)\n",
               analyse::percent_range(study.fit_range->good_or_better));
  fmt::print("Latent, before limits: {}\n", analyse::latent_words(study.expected_score, study.cuts));
  if (analyse::total(study.beside) == 0) return;
  fmt::print("Finance score {:.2f} (1 best to 4 worst); percent of trials with 1: {}, 2: {}, 3: {}, 4: {}\n",
             analyse::mean_grade(study.beside),
             counted_percent(analyse::share(study.beside[0], study.trials).value, study.trials),
             counted_percent(analyse::share(study.beside[1], study.trials).value, study.trials),
             counted_percent(analyse::share(study.beside[2], study.trials).value, study.trials),
             counted_percent(analyse::share(study.beside[3], study.trials).value, study.trials));
}

void print_terms(const ask::RateStudy& study, const Style& style) {
  print_heading("What the latent is made of", style);
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
  table.head({"", "weight", "mean score", "contribution", "variance, %"});
  for (const analyse::TermShare& share : study.terms)
    table.row({shorten(study.titles.at(share.term.id), 50), fmt::format("{:.2f}", share.term.weight),
               decimals(share.mean, 2), in_colour(share.contribution, style), decimals(100 * share.variance_share, 1)});
  print(table.lines(style));
  note(
      "Contribution: weight x (mean score - 2.5), against a middling trust; indicators are in standard deviations from "
      "the mean trust, judgement is centred on 0. Variance: the "
      "share of the variance of the latent that comes through each, covariance with the latent over its variance.",
      style);
}

std::string score_of(const ask::RatedMetric& metric) {
  return metric.part.score == 0 ? "-" : fmt::format("{:.2f}{}", metric.part.score, metric.score_beside ? "*" : " ");
}

std::string contribution_of(const ask::RatedMetric& metric, const Style& style) {
  return metric.part.moved.empty() ? "-" : in_colour(metric.part.contribution, style);
}

void print_rated_metrics(const ask::RateStudy& study, const Style& style) {
  constexpr std::size_t title_width = 46;
  print_heading("Metrics", style);
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::right});
  table.head({"", "", "value", "median", "score ", "contribution"});
  std::string kloe;
  for (const ask::RatedMetric& metric : study.metrics) {
    if (metric.part.kloe != kloe) table.row({style.faint(shorten(metric.kloe_title, title_width)), "", "", "", "", ""});
    kloe = metric.part.kloe;
    table.row({shorten(metric.title + ", " + metric.unit, title_width), metric.source, figure(metric.part.value),
               figure(metric.median), score_of(metric), contribution_of(metric, style)});
  }
  print(table.lines(style));
  note("Means over trials at the rating; values and national medians in prices of " + study.prices +
           ". Contribution: the mean fall of the latent if this metric alone scored "
           "2.5, everything else as it is; a finance metric is put at its national median instead. A dash: no key line "
           "scores it by itself. * finance score of the oversight framework, 1 best to 4 worst.",
       style);
}

void print_changes(const ask::RateStudy& study, const Style& style) {
  print_heading("Over twelve months, as reported", style);
  std::size_t unknown = 0;
  for (const ask::RatedMetric& metric : study.metrics) {
    if (metric.change.direction == analyse::YearChange::Direction::not_known) {
      ++unknown;
      continue;
    }
    print(wrap("  ", metric.title + ", " + metric.unit + ": " + in_colour(metric.change, style), 4));
  }
  if (unknown > 0)
    fmt::print("  {} not known: no figure of now or of a year ago\n",
               unknown == study.metrics.size() ? "All metrics" : counted(unknown, "metric"));
  if (unknown < study.metrics.size()) note(study.threshold_words, style);
}

void print_others(const ask::RateStudy& study, const Style& style) {
  if (study.others.empty()) return;
  std::vector<analyse::ScoredPart> parts = study.others;
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.contribution) > std::abs(b.contribution); });
  print_heading("Other parts of the scores of the key lines, what contributes most", style);
  TextTable table({Align::left, Align::right, Align::right});
  table.head({"", "score", "contribution"});
  for (std::size_t i = 0; i < std::min(parts.size(), shown_parts); ++i)
    table.row({shorten(study.titles.at(parts[i].id), 66), fmt::format("{:.2f}", parts[i].score),
               in_colour(parts[i].contribution, style)});
  print(table.lines(style));
  note("Finance is scored by parts, which its metrics enter: parts and metrics do not add up.", style);
}

void add_odds(TextTable& table, const std::string& what, const std::string& fires, const analyse::Shares4& shares,
              std::uint64_t trials) {
  std::vector<std::string> cells = {shorten(what, 38), fires};
  for (const double share : shares) cells.push_back(percent(share, trials));
  table.row(std::move(cells));
}

void print_rated_limiters(const ask::RateStudy& study, const Style& style) {
  print_heading("Limits on the rating, and the odds without them, percent of trials", style);
  if (study.limiters.empty()) {
    fmt::print("  None fires.\n");
    return;
  }
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
  table.head({"without", "fires", "inadeq.", "req. imp.", "good", "outst."});
  add_odds(table, "none: the odds as they are", "",
           {study.rating[0].value, study.rating[1].value, study.rating[2].value, study.rating[3].value}, study.trials);
  for (std::size_t i = 0; i < std::min(study.limiters.size(), shown_limiters); ++i) {
    const ask::RatedLimiter& limiter = study.limiters[i];
    add_odds(table, limiter.title, counted_percent(analyse::share(limiter.fired, study.trials).value, study.trials),
             limiter.without, study.trials);
  }
  add_odds(table, "all of them", "", study.without_limiters, study.trials);
  print(table.lines(style));
  if (study.limiters.size() > shown_limiters)
    fmt::print("  and {} more, which cost less (--json)\n", study.limiters.size() - shown_limiters);
  print(wrap("  ", style.faint(policy::no_single_metric), 2));
}

void print_unknowns(const ask::RateStudy& study, const Style& style) {
  print_heading("What is unknown, and what knowing it would be worth", style);
  std::size_t shown = 0;
  for (const ask::Unknown& unknown : study.unknowns) {
    if (shown == shown_unknowns || unknown.worth.share < 2 * unknown.worth.standard_error) break;
    const std::string share =
        fmt::format("{:7.1f} % ±{:.1f}", 100 * unknown.worth.share, 100 * unknown.worth.standard_error);
    print(wrap(share + "  ", unknown.title + " [" + unknown.where + "]", visible_width(share) + 2));
    ++shown;
  }
  if (study.unknowns.empty()) fmt::print("  Nothing that a trust could know is unknown.\n");
  if (shown < study.unknowns.size())
    fmt::print("  and {} more (`uor check {} --worth` lists them)\n", study.unknowns.size() - shown, study.code);
  note(
      "The expected reduction of the variance of the latent, on which the rating is struck, with its standard error. "
      "Unknowns that go together share what they explain: shares need not add up.",
      style);
}

}  // namespace

void print_rating(const ask::RateStudy& study, const report::Rules& rules, const Style& style) {
  print_odds(study, rules, style);
  print_terms(study, style);
  print_rated_metrics(study, style);
  print_changes(study, style);
  print_others(study, style);
  print_rated_limiters(study, style);
  print_received(study.received, style);
  print_support(study.support, style);
  print_unknowns(study, style);
}

}  // namespace uor::cli
