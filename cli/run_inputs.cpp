#include "cli/run_inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "cli/paths.hpp"
#include "cli/scope.hpp"
#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/input_limits.hpp"
#include "core/uor/run/demand.hpp"
#include "core/uor/scenario/check.hpp"
#include "core/uor/workbook/book.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::cli {

Options run_options() {
  Options options("Options", screen_width);
  add_repeated(options, "trust", "CODE|FILE|all",
               "trust code, your own .toml, .csv or .xlsx file, or all; may be given again");
  add_value(options, "trials", "N", "trials a trust (default: the scenario's)");
  add_value(options, "until-se", "E",
            "as many trials as bring the standard error of every rating's share below E, such as 0.002");
  add_value(options, "max-trials", "N", "no more than N trials with --until-se (default 1048576)");
  add_value(options, "points", "random|lhs|sobol",
            "how trials are spread: lhs and sobol in multiples of 65536 trials (default: the scenario's)");
  add_value(options, "seed", "S", "seed of all draws (default: the scenario's)");
  add_value(options, "months", "H", "months from April, 1 to 60 (default: the scenario's)");
  add_value(options, "threads", "T", "threads (default: all cores); results do not depend on it");
  add_value(options, "batch", "N", "trials a batch (default 512); results do not depend on it");
  add_repeated(options, "set", "DRIVER=VALUE",
               "set a driver, =+x adds to it, =*x multiplies it, @M behind it acts from month M; may be given again");
  add_value(options, "benchmarks", "fixed|moving",
            "moving: several trusts, each compared with all in every trial (default: the scenario's)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: the scenario's)");
  add_policy_set_option(options);
  add_value(options, "most-memory", "GB", "let the run take up to so many gigabytes of memory (default: 1)");
  add_value(options, "out", "FILE", "result file (default: runs/SCENARIO-TRUST.h5)");
  add_flag(options, "force", "write over a file that is no result file, but never over one that is read");
  add_value(options, "watch", "FOLDER", "serve workbooks that are dropped into this folder, until Ctrl-C");
  add_flag(options, "once", "with --watch: serve what is there, then end");
  add_value(options, "watch-minutes", "M", "with --watch: no workbook runs longer (default 15)");
  add_value(options, "watch-gb", "G", "with --watch: no workbook takes more memory (default 2)");
  add_value(options, "watch-trials", "N", "with --watch: no workbook may ask for more trials (default 1000000)");
  add_value(
      options, "keep", "WHAT",
      "summary (default), all, or some of ratings, scores, metrics, metrics_by_month, drivers, joined with commas");
  add_plugin_options(options);
  add_scope_option(options);
  add_shipped_facts_option(options);
  add_flag(options, "all-levels", "of many trusts, every level on the screen and not only the last ones");
  add_flag(options, "json", "print one JSON object instead of the screen");
  add_flag(options, "quiet", "print nothing but errors");
  return options;
}

namespace {

model::Keep parse_keep(const std::string& text) {
  model::Keep keep;
  const std::vector<std::string> known = {"ratings", "scores", "metrics", "metrics_by_month",
                                          "drivers", "all",    "summary"};
  std::istringstream words(text);
  for (std::string word; std::getline(words, word, ',');) {
    const bool all = word == "all";
    if (std::find(known.begin(), known.end(), word) == known.end())
      throw Error(fmt::format("--keep '{}': unknown '{}'.{} Known: {}, separated by commas", text, word,
                              did_you_mean(word, known), fmt::join(known, ", ")));
    keep.ratings = keep.ratings || all || word == "ratings";
    keep.scores = keep.scores || all || word == "scores";
    keep.metrics = keep.metrics || all || word == "metrics";
    keep.metrics_by_month = keep.metrics_by_month || all || word == "metrics_by_month";
    keep.drivers = keep.drivers || all || word == "drivers";
    keep.quantities = keep.quantities || all;
  }
  return keep;
}

/// What the options say about the number of trials, whatever the scenario does.
void apply_trials(const Arguments& arguments, scenario::RunSettings& run) {
  constexpr std::uint64_t most_trials = limits::trials;
  const auto trials = arguments.whole_number("trials", 1, most_trials);
  const auto until_se = arguments.number("until-se", scenario::least_until_se, scenario::most_until_se);
  if (trials && until_se)
    throw Error(
        "--until-se and --trials are both given (the one asks for as many as it takes, the other says how many); keep "
        "one, --max-trials limits --until-se");
  if (trials) {
    run.trials = *trials;
    run.until_se.reset();
  }
  if (until_se) run.until_se = until_se;
  const auto most = arguments.whole_number("max-trials", scenario::look_trials, most_trials);
  if (most && !run.until_se)
    throw Error("--max-trials limits --until-se, which is not given; add it, or say how many with --trials");
  if (most) run.max_trials = *most;
}

Points points_of(const std::string& text) {
  const std::vector<std::string> known = points_names();
  if (const auto points = points_named(text)) return *points;
  throw Error(
      fmt::format("--points '{}': unknown.{} Known: {}", text, did_you_mean(text, known), fmt::join(known, ", ")));
}

scenario::Scenario scenario_of(const Arguments& arguments, const std::string& name) {
  scenario::Scenario scenario = read_scenario(scenario_path(name));
  constexpr std::uint64_t any = std::numeric_limits<std::uint64_t>::max();
  apply_trials(arguments, scenario.run);
  if (arguments.has("points")) scenario.run.points = points_of(arguments.text("points"));
  if (const auto seed = arguments.whole_number("seed", 0, any)) scenario.run.seed = *seed;
  if (const auto months = arguments.whole_number("months", 1, scenario::max_months))
    scenario.run.months = static_cast<int>(*months);
  if (arguments.has("benchmarks")) {
    const std::string text = arguments.text("benchmarks");
    scenario.run.benchmarks_where = {"--benchmarks " + text};
    scenario.run.benchmarks = scenario::read_benchmarks(text, scenario.run.benchmarks_where);
  }
  for (const std::string& option : arguments.texts("set")) scenario::apply_set_option(scenario, option);
  scenario::check_months(scenario);
  return scenario;
}

/// Of a workbook that also serves as the trust, what is wrong with both is said together.
scenario::Scenario scenario_with_trust(const Arguments& arguments, const std::string& name, const Words& named) {
  std::string wrong;
  try {
    return scenario_of(arguments, name);
  } catch (const Error& error) {
    const bool also_trust = named.empty() || std::find(named.begin(), named.end(), name) != named.end();
    if (!also_trust || !workbook::is_workbook(name)) throw;
    wrong = error.what();
  }
  try {
    workbook::read_trust(scenario_path(name), trust_fields());
  } catch (const Error& error) {
    if (error.what() != wrong) wrong = error.what() + ("\n" + wrong);  // not twice of a file that cannot be read
  }
  throw Error(wrong);
}

double half_of_memory() {
  return 0.5 * static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// Refuses what is too much, and says when memory allows fewer threads than were asked for.
void limit_demand(const Arguments& arguments, model::Inputs& inputs) {
  run::Limits limits;
  // Who asks by hand for threads, batches or what is kept may have half of the machine; a file may not.
  if (arguments.has("threads") || arguments.has("batch") || arguments.has("keep"))
    limits.memory_bytes = std::max(limits.memory_bytes, half_of_memory());
  if (const auto most = arguments.number("most-memory", 0.01, 1e6)) limits.memory_bytes = 1e9 * *most;
  // Who says by hand how many trials may wait as long as they take; a file may not ask for that.
  if (arguments.has("trials") || arguments.has("max-trials")) limits.seconds = std::numeric_limits<double>::infinity();
  const run::Demand demand = run::require_affordable(inputs, limits);
  if (demand.threads >= demand.asked_threads) return;
  inputs.threads = demand.threads;
  if (arguments.has("quiet")) return;
  fmt::print(stderr, "uor: uses {} of {} threads, to stay within its memory; --most-memory GB allows more\n",
             demand.threads, demand.asked_threads);
}

}  // namespace

model::Inputs run_inputs(const Arguments& arguments, const std::string& name, const Words& named) {
  scenario::Scenario scenario = scenario_with_trust(arguments, name, named);
  const Words names = named.empty() ? Words(scenario.run.trusts) : named;
  std::vector<trust::Trust> trusts =
      find_trusts(names, named.empty() ? scenario.path : std::string(), shipped_facts(arguments), scope_of(arguments));
  refuse_out_of_scope(arguments, trusts);
  model::Inputs inputs = assemble(arguments, std::move(scenario), std::move(trusts));
  if (scope_of(arguments) == trust::Scope::framework && std::find(names.begin(), names.end(), "all") != names.end()) {
    if (std::string note = left_out_of_all(); !note.empty()) inputs.notes.push_back(std::move(note));
  }
  inputs.keep = parse_keep(arguments.text("keep", "summary"));
  inputs.threads = static_cast<int>(arguments.whole_number("threads", 1, 1024).value_or(0));
  inputs.batch_trials = arguments.whole_number("batch", 8, 1 << 15).value_or(inputs.batch_trials);
  limit_demand(arguments, inputs);
  return inputs;
}

}  // namespace uor::cli
