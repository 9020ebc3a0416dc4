// `uor backtest`: what the model said of rated trusts, beside what came and beside two references.
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/rated_options.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/rated_trusts.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 3> forecasters = {"model", "base rates", "regression"};

ordered_json json_of(const fit::Interval& interval) { return {interval.lower, interval.upper}; }

ordered_json json_of(const fit::Scored& scored) {
  return {{"rps", scored.mean.rps},
          {"log_loss", scored.mean.log_loss},
          {"qwk", scored.mean.qwk},
          {"accuracy", scored.mean.accuracy},
          {"interval",
           {{"rps", json_of(scored.rps)},
            {"log_loss", json_of(scored.log_loss)},
            {"qwk", json_of(scored.qwk)},
            {"accuracy", json_of(scored.accuracy)}}}};
}

ordered_json json_of(const ask::RatedTrusts& rated, const fit::Validation& validation, const fit::Backtest& result) {
  ordered_json json = {{"n", rated.subjects.size()}, {"skipped", rated.skipped.size()}};
  json.update(json_of(result.scored[0]));
  json["reference"] = {{"base", json_of(result.scored[1])}, {"regression", json_of(result.scored[2])}};
  json["difference"] = {
      {"base", {{"rps", result.difference[1]}, {"interval", json_of(result.difference_interval[1])}}},
      {"regression", {{"rps", result.difference[2]}, {"interval", json_of(result.difference_interval[2])}}}};
  json["cross_validated"] = validation.folds > 0;
  json["folds"] = validation.folds;
  json["repeats"] = validation.folds > 0 ? validation.repeats : 1;
  json["rated"] = rated.today ? "today" : "month 12 of a simulated year";
  json["at_report_date"] = rated.at_report_date;
  json["policy"] = rated.policy.name;
  json["reference_fitted_in_sample"] = validation.folds == 0;
  json["outstanding_from_good_auc"] = result.outstanding_auc;
  for (const fit::ReliabilityBin& bin : result.reliability) {
    json["reliability"].push_back({{"lower", bin.lower},
                                   {"upper", bin.upper},
                                   {"count", bin.count},
                                   {"expected", bin.expected},
                                   {"observed", bin.observed},
                                   {"standard_error", bin.standard_error}});
  }
  json["skipped_codes"] = rated.skipped;
  if (!rated.assessments.notes.empty()) json["notes"] = rated.assessments.notes;
  json["trusts"] = ordered_json::array();
  for (std::size_t i = 0; i < rated.subjects.size(); ++i) {
    const auto& p = result.probabilities[i];
    ordered_json probabilities;
    for (std::size_t g = 0; g < p.size(); ++g) probabilities[policy::rating_ids[g]] = p[g];
    json["trusts"].push_back({{"code", rated.subjects[i].code},
                              {"date", rated.subjects[i].date},
                              {"published", policy::rating_ids[static_cast<std::size_t>(rated.subjects[i].grade)]},
                              {"probabilities", probabilities}});
  }
  return json;
}

std::string with_interval(double mean, const fit::Interval& interval) {
  return fmt::format("{:.3f} ({:.3f} to {:.3f})", mean, interval.lower, interval.upper);
}

void print_scores(const fit::Backtest& result, std::size_t ratings, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.head({style.bold("Score (95 % interval over trusts)"), forecasters[0], forecasters[1], forecasters[2]});
  const auto row = [&](const char* name, double fit::Scores::*mean, fit::Interval fit::Scored::*interval) {
    std::vector<std::string> cells = {name};
    for (const fit::Scored& scored : result.scored) {
      cells.push_back(with_interval(scored.mean.*mean, scored.*interval));
    }
    table.row(std::move(cells));
  };
  row("ranked probability score", &fit::Scores::rps, &fit::Scored::rps);
  row("log loss", &fit::Scores::log_loss, &fit::Scored::log_loss);
  row("quadratic weighted kappa", &fit::Scores::qwk, &fit::Scored::qwk);
  row("accuracy", &fit::Scores::accuracy, &fit::Scored::accuracy);
  print(table.lines(style));
  for (std::size_t f = 1; f < 3; ++f) {
    fmt::print("  model less {}: {}, in ranked probability score (below 0 is better)\n", forecasters[f],
               with_interval(result.difference[f], result.difference_interval[f]));
  }
  if (std::isfinite(result.outstanding_auc))
    fmt::print("  outstanding told from good: area under the curve {:.2f} (0.5 is chance)\n", result.outstanding_auc);
  constexpr std::size_t fewest_ratings = 20;  // below it a bootstrap over trusts is known to be too narrow
  if (ratings < fewest_ratings)
    print(wrap("  ",
               style.warning(fmt::format("{} {} too few to tell forecasts apart: intervals over fewer than {} trusts "
                                         "are too narrow.",
                                         counted(ratings, "rating"), ratings == 1 ? "is" : "are", fewest_ratings)),
               2));
}

void print_reliability(const fit::Backtest& result, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::left});
  table.head({style.bold("Good or better was given"), "trusts", "expected", "came", ""});
  for (const fit::ReliabilityBin& bin : result.reliability) {
    if (bin.count == 0) continue;
    const bool off = bin.count >= 8 && std::abs(bin.observed - bin.expected) > 2 * bin.standard_error;
    table.row({fmt::format("{:.0f} to {:.0f} %", 100 * bin.lower, 100 * bin.upper), fmt::format("{}", bin.count),
               fmt::format("{:.0f} %", 100 * bin.expected), fmt::format("{:.0f} %", 100 * bin.observed),
               off ? "more than 2 standard errors off" : ""});
  }
  print(table.lines(style));
}

void print_misses(const ask::RatedTrusts& rated, const fit::Backtest& result, const Style& style) {
  bool first = true;
  for (std::size_t i = 0; i < rated.subjects.size(); ++i) {
    const fit::Subject& subject = rated.subjects[i];
    const int mode = fit::mode_of(result.probabilities[i]);
    if (std::abs(mode - subject.grade) < 2) continue;
    if (first) fmt::print("{}\n", style.bold("Wrong by two grades"));
    first = false;
    const auto& p = result.probabilities[i];
    fmt::print("  {} ({}): {}, given {:.0f}, {:.0f}, {:.0f}, {:.0f} % from inadequate to outstanding\n", subject.code,
               subject.date, policy::rating_ids[static_cast<std::size_t>(subject.grade)], 100 * p[0], 100 * p[1],
               100 * p[2], 100 * p[3]);
  }
}

}  // namespace

int backtest_command(const Words& words) {
  Options options("Options", screen_width);
  add_rated_options(options);
  add_value(options, "cross-validate", "K", "fit anew in each of K folds, whole trusts, spread evenly over ratings");
  add_value(options, "repeats", "R", "cross-validations with other folds (default 5)");
  add_flag(options, "plain-ordinal", "without limiters and indicators: the structure that the ladder is compared with");
  add_flag(options, "json", "print one JSON object instead of the screen");
  const Usage usage = {
      "backtest",
      "[--assessments FILE] [--cross-validate K]",
      "Sets the odds of rated trusts beside their published ratings: proper scores with intervals, beside\n"
      "base rates and a plain ordinal regression on interim support (root of its share of expenses), last\n"
      "year's margin, A&E performance and estates cost. Each forecast knows what had been published by the\n"
      "date of its report.",
      {"uor backtest --cross-validate 5", "uor backtest --assessments mine.csv --json"},
      0,
      0};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  fit::Validation validation;
  validation.folds = arguments->whole_number("cross-validate", 2, 50).value_or(0);
  validation.repeats = arguments->whole_number("repeats", 1, 100).value_or(5);
  if (arguments->has("plain-ordinal")) validation.structure = {false, false};
  const ask::RatedTrusts rated = ask::rated_trusts(ask::Library(), rated_request(*arguments));
  const fit::Likelihood likelihood(rated.policy.rating);
  const fit::Backtest result = fit::backtest(likelihood, ask::numbers_before(rated.policy, likelihood),
                                             rated.policy.rating.fit_prior, rated.subjects, validation);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of(rated, validation, result), 2));
    return 0;
  }
  const Style style = Style::of_standard_output(*arguments);
  const std::string how =
      validation.folds == 0
          ? "the policy's numbers as they are; references fitted to the same ratings"
          : fmt::format("fitted anew in each of {} folds, {} times", validation.folds, validation.repeats);
  fmt::print("{}, {} skipped; {}; facts {}\n\n", counted(rated.subjects.size(), "rating"), rated.skipped.size(), how,
             rated.at_report_date ? "as published at the report date" : "as published later, in hindsight");
  print_scores(result, rated.subjects.size(), style);
  fmt::print("\n");
  print_reliability(result, style);
  fmt::print("\n");
  print_misses(rated, result, style);
  for (const std::string& code : rated.skipped)
    fmt::print("Skipped {}: unknown, outside the scope (--any-scope) or not rated.\n", code);
  for (const std::string& note : rated.assessments.notes) print(wrap("Note: ", note, 2));
  return 0;
}

}  // namespace uor::cli
