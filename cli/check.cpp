// `uor check`: reads files as a run would, and says what they mean.
#include "core/uor/scenario/check.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <map>

#include "cli/check_trust.hpp"
#include "cli/command.hpp"
#include "cli/file_kind.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/paths.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/run/demand.hpp"
#include "core/uor/trust/row_name.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::cli {

namespace {

template <typename Entry>
std::string months_of(const Entry& entry) {
  const int from = entry.from_month, to = entry.to_month;
  if (!entry.dated) {
    const std::string end = to == scenario::last_month ? "" : fmt::format(" until month {}", to);
    return " as soon as it can act" + end;
  }

  if (to == scenario::last_month) return fmt::format(" from month {}", from);
  return fmt::format(" in months {} to {}", from, to);
}

std::string words_of(const scenario::Limits& limits) {
  std::string words;
  if (limits.at_least) words += fmt::format(" at least {}", *limits.at_least);
  if (limits.at_most) words += fmt::format("{} at most {}", words.empty() ? "" : " and", *limits.at_most);
  return words;
}

std::string words_of(const scenario::For& who) { return who.everyone() ? "" : " " + who.words(); }

std::string words_of(const scenario::Adjustment& adjustment) {
  const std::string done =
      adjustment.operates ? fmt::format("{} {} {}", name_of(adjustment.operation), adjustment.driver, adjustment.value)
                          : adjustment.driver;
  return done + words_of(adjustment.limits) + months_of(adjustment) + words_of(adjustment.who);
}

std::string words_of(const scenario::Vary& vary) {
  const std::string_view done = vary.hold == scenario::Hold::at_most    ? "at most"
                                : vary.hold == scenario::Hold::at_least ? "at least"
                                                                        : name_of(vary.operation);
  return fmt::format("{} {} {} each {}{}{}{}", done, vary.driver, to_string(vary.distribution), name_of(vary.each),
                     words_of(vary.limits), months_of(vary), words_of(vary.who));
}

void print_scenario(const scenario::Scenario& scenario) {
  fmt::print("{}: {}\n", scenario.name, scenario.title);
  if (!scenario.question.empty()) print(wrap("Asks: ", scenario.question, 2));
  const std::string trials = scenario.run.until_se
                                 ? fmt::format("at most {} trials, until standard errors are below {}",
                                               grouped(scenario.run.max_trials), *scenario.run.until_se)
                                 : grouped(scenario.run.trials) + " trials";
  fmt::print("{} months, {}, seed {}, policy {}\n", scenario.run.months, trials, scenario.run.seed,
             scenario.run.policy);
  if (scenario.run.points != Points::random) fmt::print("Points: {}.\n", name_of(scenario.run.points));
  if (!scenario.run.publication_lag) fmt::print("Publication lag is off: every metric as if known at once.\n");
  if (scenario.run.benchmarks == scenario::Benchmarks::moving)
    fmt::print("Benchmarks move: trusts are compared with each other in every trial.\n");
  if (!scenario.run.common_factors) fmt::print("Common factors are off: trusts as if independent.\n");
  if (scenario.variants.empty()) fmt::print("No changes: the baseline only.\n");
  for (const scenario::Variant& variant : scenario.variants) {
    fmt::print("Against the baseline, {}:\n", variant.name);
    for (const scenario::Adjustment& adjustment : variant.adjustments) print(wrap("  ", words_of(adjustment), 4));
    for (const scenario::Vary& vary : variant.varies) print(wrap("  ", words_of(vary), 4));
  }
  for (const scenario::Correlate& group : scenario.correlations)
    print(wrap("Correlated: ", fmt::format("{}", fmt::join(group.drivers, ", ")), 2));
}

/// The engine's constructor finds drivers that do not exist, values out of range and the like.
void check_scenario(const ask::Library& library, const Arguments& arguments, const std::string& path) {
  scenario::Scenario scenario = ask::read_scenario(path);
  Words named = arguments.has("trust") ? Words{arguments.text("trust")} : scenario.run.trusts;
  const bool moving = scenario.run.benchmarks == scenario::Benchmarks::moving;
  if (named.empty() && moving) named = {"all"};
  std::vector<trust::Trust> trusts =
      named.empty() ? ask::any_trust(library) : ask::find_trusts(library, named, path, shipped_facts(arguments));
  std::vector<std::pair<std::string, std::string>> of_run;  // none where no trust is named
  for (const trust::Trust& trust : trusts)
    if (!named.empty()) of_run.emplace_back(trust.code, trust.type);
  if (!moving) trusts.resize(1);
  model::Inputs inputs = ask::assemble(library, model_request(arguments), scenario, std::move(trusts));
  inputs.trusts_of_run = std::move(of_run);
  const run::Engine engine(inputs);
  run::require_affordable(inputs, {});
  print_scenario(scenario);
  for (const std::string& note : engine.header().notes) print(wrap("Note: ", note, 2));
}

/// Which numbers of rows do nothing because [fit] has others in their place.
void print_replaced(const policy::Policy& policy) {
  if (policy.replaced.empty()) return;
  fmt::print("[fit] replaces {} numbers of rows, which are then its priors only; what counts, and the row:\n",
             policy.replaced.size());
  for (const policy::ReplacedNumber& number : policy.replaced)
    fmt::print("  {:<44} {:>8.4g}  {} {:.4g}{}\n", number.fitted, number.counts, number.row, number.in_row,
               number.edited ? "  (edited since the fit: no effect)" : "");
}

void check_policy(const ask::Library& library, const Arguments& arguments, const std::string& path) {
  const policy::Policy& policy = library.policy(path, arguments.texts("policy-set"));
  scenario::Scenario scenario = ask::baseline_scenario();
  scenario.run.policy = path;
  const run::Engine engine(
      ask::assemble(library, model_request(arguments), std::move(scenario), ask::any_trust(library)));
  std::map<std::string, int> standings;
  for (const policy::Metric& metric : policy.metrics) ++standings[std::string(name_of(metric.standing))];
  for (const auto& [id, value] : policy.parameters) ++standings[std::string(name_of(value.standing))];
  for (const policy::Limiter& limiter : policy.rating.limiters) ++standings[std::string(name_of(limiter.standing))];
  fmt::print("{}: {}\n", policy.name, policy.title);
  fmt::print("{} metrics, {} parameters, {} limiters, {} ratings characteristics, default year {}\n",
             policy.metrics.size(), policy.parameters.size(), policy.rating.limiters.size(),
             policy.rating.characteristics.size(), policy.default_year);
  for (const auto& [standing, count] : standings) fmt::print("  {:>4} {}\n", count, standing);
  print_replaced(policy);
  for (const std::string& note : engine.header().notes) print(wrap("Note: ", note, 2));
}

/// As a run takes them.
std::vector<trust::Trust> laid_over(const ask::Library& library, const Arguments& arguments,
                                    std::vector<trust::Trust> trusts) {
  ask::refuse_small_letters(library, trusts);
  if (shipped_facts(arguments) == ask::ShippedFacts::under_own) ask::lay_over_shipped(library, trusts);
  return trusts;
}

/// Both halves; what is wrong in either is said together.
void check_workbook(const ask::Library& library, const Arguments& arguments, const std::string& path,
                    const Style& style) {
  std::string wrong;
  const auto half = [&](const auto& check) {
    try {
      check();
    } catch (const Error& error) {
      wrong += (wrong.empty() ? "" : "\n") + std::string(error.what());
    }
  };
  half([&] {
    check_trusts(library, arguments, laid_over(library, arguments, {workbook::read_trust(path, library.fields())}),
                 style);
  });
  half([&] {
    if (!wrong.empty()) return scenario::check_months(ask::read_scenario(path));  // the trust's faults are said already
    check_scenario(library, arguments, path);
  });
  for (const std::string& sheet : workbook::unread_sheets(path))
    print(wrap("Note: ", fmt::format("the sheet '{}' is not one of uor's and is not read", sheet), 2));
  if (!wrong.empty()) throw Error(wrong);
}

/// Every row is checked; how one of several is named in a run is said.
void check_table(const ask::Library& library, const Arguments& arguments, const std::string& path, const Style& style) {
  const std::vector<trust::Trust> trusts = laid_over(library, arguments, trust::read_trust_csv(path, library.fields()));
  check_trusts(library, arguments, trusts, style);
  if (trusts.size() == 1) return;
  print(wrap(
      "Note: ",
      fmt::format("the file has {} trusts. `uor run` and `uor rate` take one at a time: --trust {}:{}, or `uor rate "
                  "{}:{}`.",
                  trusts.size(), path, trusts[0].code, path, trusts[0].code),
      2));
}

void check_file(const ask::Library& library, const Arguments& arguments, const std::string& path, const Style& style) {
  switch (kind_of_file(path)) {
    case FileKind::scenario:
      fmt::print("{}: a scenario\n", path);
      return check_scenario(library, arguments, path);
    case FileKind::policy:
      fmt::print("{}: a policy\n", path);
      return check_policy(library, arguments, path);
    case FileKind::trust:
      fmt::print("{}: a trust file\n", path);
      return check_trusts(library, arguments,
                          laid_over(library, arguments, {trust::read_trust_toml(path, library.fields())}), style);
    case FileKind::trust_table:
      fmt::print("{}: a table of trusts\n", path);
      return check_table(library, arguments, path, style);
    case FileKind::workbook:
      fmt::print("{}: a workbook\n", path);
      return check_workbook(library, arguments, path, style);
  }
}

/// Neither a file nor the name of one; or a row of a file.
bool names_a_trust(const ask::Library& library, const std::string& given) {
  std::error_code ignored;
  if (std::filesystem::exists(ask::here_or_shipped(library.home(), given), ignored)) return false;
  return given.find_first_of("./") == std::string::npos || trust::row_name(given).has_value();
}

}  // namespace

int check_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "trust", "CODE|FILE", "check scenarios on this trust (default: the scenario's first)");
  add_flag(options, "worth", "trusts: what knowing each unknown would be worth, all of them");
  add_value(options, "policy", "NAME|FILE", "check with these numbers of the framework");
  add_policy_set_option(options);
  add_shipped_facts_option(options);
  add_plugin_options(options);
  const Usage usage = {
      "check",
      "FILE|TRUST... [--worth]",
      "Reads scenarios, trust files (TOML or CSV), workbooks and policies as a run would, and says what\n"
      "they mean.\n"
      "A trust, by code or file, is echoed as a finance report: what is reported, derived or drawn, whether\n"
      "the figures agree, and what knowing the rest would be worth. A finance metric that its own figures\n"
      "contradict by more than 2 % is refused. Writes nothing.",
      {"uor check RF4 --worth", "uor check scenarios/cip_slippage.toml", "uor check trust.toml my_scenario.toml"},
      1,
      1000};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const Style style = Style::of_standard_output(*arguments);
  const ask::Library library;
  for (const std::string& given : arguments->positional()) {
    if (names_a_trust(library, given)) {
      check_trusts(library, *arguments, ask::find_trusts(library, {given}), style);
      fmt::print("{}\n\n", style.better(given + ": ok"));
      continue;
    }
    const std::string path = ask::here_or_shipped(library.home(), given);
    check_file(library, *arguments, path, style);
    fmt::print("{}\n\n", style.better(path + ": ok"));
  }
  return 0;
}

}  // namespace uor::cli
