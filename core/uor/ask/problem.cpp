#include "core/uor/ask/problem.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/keep_words.hpp"
#include "core/uor/ask/loaded.hpp"
#include "core/uor/ask/paths.hpp"
#include "core/uor/ask/scope.hpp"
#include "core/uor/ask/trusts.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/run/demand.hpp"
#include "core/uor/scenario/check.hpp"
#include "core/uor/workbook/book.hpp"
#include "core/uor/workbook/read.hpp"

namespace uor::ask {

namespace {

/// What the options say about the number of trials, whatever the scenario does.
void apply_trials(const RunRequest& request, scenario::RunSettings& run) {
  if (request.trials) {
    run.trials = *request.trials;
    run.until_se.reset();
  }
  if (request.until_se) run.until_se = request.until_se;
  if (request.max_trials && !run.until_se)
    throw Error(fmt::format("{} limits {}, which is not given; add it, or say how many with {}",
                            spelled(request.model.spelling, "max_trials"), spelled(request.model.spelling, "until_se"),
                            spelled(request.model.spelling, "trials")));
  if (request.max_trials) run.max_trials = *request.max_trials;
}

/// Of an inline scenario, the member stands for its file.
scenario::Scenario scenario_as_given(const Library& library, const RunRequest& request) {
  if (request.scenario_text) return scenario::parse_scenario(*request.scenario_text, "scenario_text");
  return read_scenario(scenario_path(library.home(), *request.scenario));
}

scenario::Scenario scenario_of(const Library& library, const RunRequest& request) {
  scenario::Scenario scenario = scenario_as_given(library, request);
  apply_trials(request, scenario.run);
  if (request.points) scenario.run.points = *points_named(*request.points);
  if (request.seed) scenario.run.seed = *request.seed;
  if (request.months) scenario.run.months = static_cast<int>(*request.months);
  if (request.benchmarks) {
    scenario.run.benchmarks_where = {spelled(request.model.spelling, "benchmarks") + " " + *request.benchmarks};
    scenario.run.benchmarks = scenario::read_benchmarks(*request.benchmarks, scenario.run.benchmarks_where);
  }
  for (const std::string& option : request.set) scenario::apply_set_option(scenario, option);
  scenario::check_months(scenario);
  return scenario;
}

/// Of a workbook that also serves as the trust, what is wrong with both is said together.
scenario::Scenario scenario_with_trust(const Library& library, const RunRequest& request) {
  const std::string name = request.scenario.value_or("");
  std::string wrong;
  try {
    return scenario_of(library, request);
  } catch (const Error& error) {
    const std::vector<std::string>& named = request.trust;
    const bool also_trust =
        (named.empty() && !request.trusts) || std::find(named.begin(), named.end(), name) != named.end();
    if (!also_trust || !workbook::is_workbook(name)) throw;
    wrong = error.what();
  }
  try {
    workbook::read_trust(scenario_path(library.home(), name), library.fields());
  } catch (const Error& error) {
    if (error.what() != wrong) wrong = error.what() + ("\n" + wrong);  // not twice of a file that cannot be read
  }
  throw Error(wrong);
}

double half_of_memory() {
  return 0.5 * static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// Refuses what is too much, and takes fewer threads than were asked for where memory allows no more.
void limit_demand(const RunRequest& request, model::Inputs& inputs) {
  run::Limits limits;
  // Who asks by hand for threads, batches or what is kept may have half of the machine; a file may not.
  if (request.threads || request.batch || request.keep)
    limits.memory_bytes = std::max(limits.memory_bytes, half_of_memory());
  if (request.most_memory) limits.memory_bytes = 1e9 * *request.most_memory;
  // Who says by hand how many trials may wait as long as they take; a file may not ask for that.
  if (request.trials || request.max_trials) limits.seconds = std::numeric_limits<double>::infinity();
  const run::Demand demand = run::require_affordable(inputs, limits);
  if (demand.threads < demand.asked_threads) inputs.threads = demand.threads;
}

/// The trusts that are named, else those of the scenario.
std::vector<std::string> names_of(const RunRequest& request, const scenario::Scenario& scenario) {
  return request.trust.empty() ? scenario.run.trusts : request.trust;
}

/// With the trusts of the file, their quartiles in the policy and their peers among themselves.
model::Inputs problem_of_loaded(const Library& library, const RunRequest& request, scenario::Scenario scenario) {
  const auto shipped = request.no_shipped_facts ? ShippedFacts::left_out : ShippedFacts::under_own;
  return assemble_loaded(library, request.model, std::move(scenario),
                         load_trusts(library, {*request.trusts, request.skip_bad, request.any_scope, shipped}));
}

model::Inputs problem_of_named(const Library& library, const RunRequest& request, scenario::Scenario scenario) {
  const std::vector<std::string> names = names_of(request, scenario);
  const auto shipped = request.no_shipped_facts ? ShippedFacts::left_out : ShippedFacts::under_own;
  const auto scope = request.any_scope ? trust::Scope::any : trust::Scope::framework;
  std::vector<trust::Trust> trusts =
      find_trusts(library, names, request.trust.empty() ? scenario.path : std::string(), shipped, scope);
  if (!request.any_scope) refuse_out_of_scope(trusts, request.model.spelling);
  model::Inputs inputs = assemble(library, request.model, std::move(scenario), std::move(trusts));
  if (!request.any_scope && std::find(names.begin(), names.end(), "all") != names.end()) {
    if (std::string note = left_out_of_all(library); !note.empty()) inputs.notes.push_back(std::move(note));
  }
  return inputs;
}

}  // namespace

model::Inputs problem_of(const Library& library, const RunRequest& request) {
  check(request);
  scenario::Scenario scenario = scenario_with_trust(library, request);
  model::Inputs inputs = request.trusts ? problem_of_loaded(library, request, std::move(scenario))
                                        : problem_of_named(library, request, std::move(scenario));
  if (request.keep) inputs.keep = keep_of(*request.keep, spelled(request.model.spelling, "keep"));
  inputs.threads = static_cast<int>(request.threads.value_or(0));
  inputs.batch_trials = request.batch.value_or(inputs.batch_trials);
  limit_demand(request, inputs);
  return inputs;
}

}  // namespace uor::ask
