// What questions about one trust cost, as a person waits for their answers: RF4 on all cores.
#include <benchmark/benchmark.h>

#include "bench/ratios/run_cases.hpp"
#include "core/uor/decide/actions.hpp"
#include "core/uor/decide/sensitivity.hpp"
#include "core/uor/decide/solve.hpp"

namespace {

constexpr std::uint64_t trials = 65536;

const uor::model::Inputs& inputs() {
  static const uor::model::Inputs made = [] {
    uor::model::Inputs inputs = uor::bench::work_of("RF4", "all_40").single;
    inputs.scenario.variants.clear();
    inputs.threads = 0;
    inputs.scenario.run.trials = trials;
    return inputs;
  }();
  return made;
}

/// Twelve levers, each by a little.
uor::scenario::Variant twelve_changes() {
  uor::run::Workers workers;
  const uor::model::Model model(inputs());
  uor::scenario::Variant variant;
  variant.name = "twelve";
  for (const uor::decide::Lever& lever : uor::decide::levers_of(model, uor::decide::today_of(model, 1024, workers))) {
    if (variant.adjustments.size() == uor::study::most_exact_players) break;
    if (lever.in_hand && !lever.whole)
      variant.adjustments.push_back(uor::decide::setting(lever, lever.today + 0.1 * (lever.high - lever.today)));
  }
  return variant;
}

/// The run that sensitivity starts from: drivers, outputs and odds of every trial.
void columns(benchmark::State& state) {
  uor::run::Workers workers;
  const uor::model::Model model(inputs());
  for (auto _ : state) benchmark::DoNotOptimize(uor::decide::baseline_columns(model, trials, workers).trials);
}
BENCHMARK(columns)->Unit(benchmark::kSecond)->UseRealTime();

/// All indices, PAWN and the tornado, with that run.
void sensitivity(benchmark::State& state) {
  uor::run::Workers workers;
  uor::decide::SensitivityRule rule;
  rule.trials = trials;
  for (auto _ : state) {
    const uor::decide::Sensitivity found = uor::decide::sensitivity_of(inputs(), rule, workers);
    state.counters["drivers"] = static_cast<double>(found.drivers.size());
    state.counters["outputs"] = static_cast<double>(found.outputs.size());
  }
}
BENCHMARK(sensitivity)->Unit(benchmark::kSecond)->UseRealTime();

/// The odds of good or better of so many percent.
void solving(benchmark::State& state) {
  uor::run::Workers workers;
  uor::model::Inputs asked = inputs();
  asked.scenario.run.points = uor::Points::sobol;
  uor::decide::SolveRule rule;
  rule.odds = static_cast<double>(state.range(0)) / 100;
  for (auto _ : state) {
    const uor::decide::Solution found = uor::decide::solve(asked, rule, workers);
    state.counters["levers"] = static_cast<double>(found.together.size());
    state.counters["missed_by"] = rule.odds - found.odds.value;
  }
}
BENCHMARK(solving)->Arg(6)->Arg(12)->Unit(benchmark::kSecond)->UseRealTime();

/// Exact shares of twelve levers: all 4,096 sets on 1,024 trials, with interactions and errors.
void twelve_players(benchmark::State& state) {
  uor::run::Workers workers;
  const uor::scenario::Variant nothing{"baseline", "", {}, {}, {}}, all = twelve_changes();
  for (auto _ : state) {
    const uor::decide::Attributed found =
        uor::decide::attribute({inputs(), nothing}, {inputs(), all}, uor::decide::Goal::good, trials, workers);
    double most = 0;
    for (const auto& share : found.shares.shares) most = std::max(most, share.error);
    state.counters["players"] = static_cast<double>(found.players.size());
    state.counters["error_points"] = 100 * most;
  }
}
BENCHMARK(twelve_players)->Unit(benchmark::kSecond)->UseRealTime();

}  // namespace
