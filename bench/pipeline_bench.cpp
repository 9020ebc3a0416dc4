// Whole runs without a result file: trial-years a second, one side and with the paired baseline, on one and two
// threads.
#include <benchmark/benchmark.h>

#include "bench/ratios/run_cases.hpp"

namespace {

using uor::bench::Work;

const Work& work() {
  static const Work work = uor::bench::work_of("RF4", "all_40");
  return work;
}

void run(benchmark::State& state, uor::model::Inputs inputs) {
  constexpr std::uint64_t trials = 8192;
  inputs.scenario.run.trials = trials;
  inputs.threads = static_cast<int>(state.range(0));
  const double sides = 1.0 + static_cast<double>(inputs.scenario.variants.size());
  const double years = static_cast<double>(inputs.scenario.run.months) / 12.0;
  uor::run::Engine engine(std::move(inputs));
  uor::bench::NoSink sink;
  for (auto _ : state) engine.run(sink);
  state.counters["trial_years"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(trials) * sides * years,
                         benchmark::Counter::kIsRate);
}

void one_side(benchmark::State& state) { run(state, work().single); }
BENCHMARK(one_side)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void with_baseline(benchmark::State& state) { run(state, work().paired); }
BENCHMARK(with_baseline)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// One batch of trials on one thread, part by part.
void part(benchmark::State& state, void (*act)(uor::lab::Parts&)) {
  uor::lab::Parts parts(work().single);
  parts.whole(0);
  for (auto _ : state) act(parts);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * parts.sizes().batch_trials));
}
BENCHMARK_CAPTURE(part, draw, [](uor::lab::Parts& parts) { parts.draw(0); });
BENCHMARK_CAPTURE(part, nodes, [](uor::lab::Parts& parts) { parts.nodes(); });
BENCHMARK_CAPTURE(part, kernels, [](uor::lab::Parts& parts) { parts.kernels(); });
BENCHMARK_CAPTURE(part, checks, [](uor::lab::Parts& parts) { parts.checks(); });
BENCHMARK_CAPTURE(part, rating, [](uor::lab::Parts& parts) { parts.rating(); });
BENCHMARK_CAPTURE(part, summary, [](uor::lab::Parts& parts) { parts.summary(); });

}  // namespace
