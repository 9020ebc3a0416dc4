// `uor rate`: today's odds of one trust with no scenario, what drives them, and what is unknown.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>

#include "cli/command.hpp"
#include "cli/rate_json.hpp"
#include "cli/rate_screen.hpp"
#include "cli/scope.hpp"
#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

constexpr std::uint64_t default_trials = 16384;  // odds within 0.4 points, in about two seconds
constexpr std::uint64_t fewest_trials = 100;     // below, variances by part are noise
constexpr std::uint64_t most_trials = 10'000'000;

Options rate_options() {
  Options options("Options", screen_width);
  add_value(options, "trials", "N", "trials (default: 16384)");
  add_value(options, "seed", "S", "seed of all draws (default: 1)");
  add_value(options, "month", "M",
            "forecast the odds of month M too, an open one, 1 (April) to 60 (default: 12, March)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_policy_set_option(options);
  add_plugin_options(options);
  add_scope_option(options);
  add_shipped_facts_option(options);
  add_flag(options, "json", "print one JSON object instead of the screen");
  return options;
}

scenario::Scenario baseline_of(const Arguments& arguments) {
  scenario::Scenario scenario = baseline_scenario();
  scenario.run.trials = arguments.whole_number("trials", fewest_trials, most_trials).value_or(default_trials);
  if (const auto seed = arguments.whole_number("seed", 0, std::numeric_limits<std::uint64_t>::max()))
    scenario.run.seed = *seed;
  return scenario;
}

/// A month that is closed is past: nothing of it is to be forecast.
int forecast_month(const Arguments& arguments, int closed) {
  constexpr int march = 12;
  const auto month = arguments.whole_number("month", 1, scenario::max_months);
  if (!month) return std::max(march, closed);
  if (static_cast<int>(*month) > closed) return static_cast<int>(*month);
  throw Error(
      fmt::format("--month '{}': month {} is closed (today is month {}, the last that is), give a later one, "
                  "{} to {}",
                  *month, *month, closed, closed + 1, scenario::max_months));
}

}  // namespace

int rate_command(const Words& words) {
  const Usage usage = {
      "rate",
      "CODE|FILE [options]",
      "Today's odds of each rating for one trust, on its last twelve months as reported: what each key\n"
      "line of enquiry and each metric contributes, which limits fire and what they cost, and what\n"
      "knowing each unknown would be worth. A second line forecasts the odds with no scenario.\n"
      "Writes nothing.",
      {"uor rate RF4", "uor rate trust.toml --trials 50000 --json", "uor rate trust.toml --month 9"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, rate_options(), words);
  if (!arguments) return 0;
  std::vector<trust::Trust> trusts = find_trusts(arguments->positional(), {}, shipped_facts(*arguments));
  if (trusts.size() > 1)
    throw Error(fmt::format("uor rate: '{}' means {} trusts; name one", arguments->positional()[0], trusts.size()));
  refuse_out_of_scope(*arguments, trusts);
  const int month = forecast_month(*arguments, model::closed_months_of(trusts.front()));
  const RateStudy study =
      study_today(assemble(*arguments, baseline_of(*arguments), std::move(trusts)), trust_fields(), month);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_rating(study), 2));
  } else {
    print_rating(study, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
