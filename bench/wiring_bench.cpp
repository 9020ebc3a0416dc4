// What comes before the first trial: loading the plugins, reading a trust and a scenario, wiring the model.
#include <benchmark/benchmark.h>

#include "bench/ratios/run_cases.hpp"
#include "core/uor/host/catalogue.hpp"

namespace {

void load_plugins(benchmark::State& state) {
  const uor::host::Request request = {uor::host::default_folders(), {}};
  for (auto _ : state) benchmark::DoNotOptimize(uor::host::Catalogue::load(request).plugins().size());
}
BENCHMARK(load_plugins)->Unit(benchmark::kMillisecond);

void read_inputs(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(uor::bench::work_of("RF4", "all_40").single.trusts.size());
}
BENCHMARK(read_inputs)->Unit(benchmark::kMillisecond);

/// Checks of the inputs against each other, order of nodes, sources of drivers.
void wire(benchmark::State& state) {
  const uor::bench::Work work = uor::bench::work_of("RF4", "all_40");
  for (auto _ : state) {
    const uor::run::Engine engine(work.paired);
    benchmark::DoNotOptimize(engine.wiring().quantities.size());
  }
}
BENCHMARK(wire)->Unit(benchmark::kMillisecond);

}  // namespace
