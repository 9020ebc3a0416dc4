// What one more question of a model costs: its sides compiled, and the odds of many of them.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>

#include "bench/ratios/run_cases.hpp"
#include "core/uor/run/simulate.hpp"

namespace {

using uor::model::Summaries;

/// RF4's inputs, in the year that the engine's own checks leave as it is.
const uor::model::Model& model() {
  static const uor::model::Model model(uor::bench::work_of("RF4", "all_40").single);
  return model;
}

/// Fewer missed appointments by so many points.
uor::scenario::Variant one_change(double points) {
  uor::scenario::Adjustment change;
  change.driver = "clinical.dna_rate";
  change.operation = uor::Operation::add;
  change.value = -points;
  uor::scenario::Variant variant;
  variant.name = "by_" + std::to_string(points);
  variant.adjustments = {change};
  return variant;
}

void compile_one_change(benchmark::State& state) {
  model();
  for (auto _ : state) benchmark::DoNotOptimize(model().compile({one_change(1)}).plan().sides.size());
}
BENCHMARK(compile_one_change)->Unit(benchmark::kMicrosecond);

/// Of this program alone: the most that getrusage() tells is that of the process which started it, where that is more.
double peak_mb() {
  std::ifstream status("/proc/self/status");
  constexpr const char* peak = "VmHWM:";
  constexpr double kb_a_mb = 1024;
  for (std::string word; status >> word;) {
    double kb = 0;
    if (word == peak && status >> kb) return kb / kb_a_mb;
  }
  return 0;
}

/// 64 sides of odds on one thread: `peak_mb` is of the whole process, plugins and files too, which may be 200.
void odds_of_64_sides(benchmark::State& state) {
  std::vector<uor::scenario::Variant> variants;
  for (int i = 1; i < 64; ++i) variants.push_back(one_change(0.01 * i));
  const uor::model::Sides sides = model().compile(variants, {{}, Summaries::odds, false});
  uor::run::Workers workers(1);
  constexpr std::uint64_t trials = 2048;
  for (auto _ : state) benchmark::DoNotOptimize(uor::run::simulate(sides, {0, 0, trials}, workers).counts[63].rating);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 64 * trials));
  state.counters["peak_mb"] = peak_mb();
}
BENCHMARK(odds_of_64_sides)->Unit(benchmark::kMillisecond);

}  // namespace
