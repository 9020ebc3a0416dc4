// What keeping trials takes: MB/s of the store beside plain write(), and the store's share of a run, all in memory.
#include <benchmark/benchmark.h>

#include "bench/ratios/run_cases.hpp"
#include "bench/ratios/store_cases.hpp"

namespace {

using uor::bench::Measured;

constexpr std::uint64_t trials = 8192;

const std::vector<Measured>& cases() {
  static const std::vector<Measured> cases =
      uor::bench::store_cases(uor::bench::work_of("RF4", "all_40").paired, trials, "/dev/shm");
  return cases;
}

const Measured& named(const std::string& name) {
  for (const Measured& each : cases()) {
    if (each.name == name) return each;
  }
  std::abort();
}

/// Bytes a second; the time of an iteration is that of 16 MB.
void rate(benchmark::State& state, const std::string& name) {
  constexpr double bytes = 16e6;
  const Measured& measured = named(name);
  for (auto _ : state) state.SetIterationTime(measured.measure() * bytes * 1e-9);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK_CAPTURE(rate, store, std::string("store_raw"))->UseManualTime()->Iterations(7);
BENCHMARK_CAPTURE(rate, write, std::string("write_raw"))->UseManualTime()->Iterations(7);

/// A run of `trials` with its file, and how much of it what is kept beside the summary takes.
void share(benchmark::State& state) {
  double without = 0, with = 0;
  for (auto _ : state) {
    without += named("keep_summary").measure();
    const double ns = named("keep_metrics").measure();
    with += ns;
    state.SetIterationTime(ns * static_cast<double>(trials) * 1e-9);
  }
  state.counters["share_of_run"] = (with - without) / with;
}
BENCHMARK(share)->Name("keep_metrics")->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);

}  // namespace
