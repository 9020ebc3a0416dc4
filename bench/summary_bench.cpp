// What summarising a value costs: leaf sums, and counts for quantiles.
#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "core/uor/run/histogram.hpp"
#include "core/uor/run/tally.hpp"

namespace {

constexpr std::size_t batch = 256;

std::vector<double> sample() {
  std::mt19937_64 random(1);
  std::normal_distribution<double> normal(10.0, 2.0);
  std::vector<double> values(batch);
  for (double& value : values) value = normal(random);
  return values;
}

void report(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(batch));
}

void leaf_sums(benchmark::State& state) {
  const std::vector<double> values = sample();
  uor::run::LeafSums sums;
  for (auto _ : state) {
    sums.start(1, batch);
    sums.add(0, values.data(), values.data(), 10.0, 0, batch);
    benchmark::DoNotOptimize(sums.leaf(0, 0).value);
  }
  report(state);
}
BENCHMARK(leaf_sums);

void quantile_counts(benchmark::State& state) {
  const std::vector<double> values = sample();
  std::vector<std::uint32_t> counts(uor::run::bin_count, 0);
  for (auto _ : state) {
    uor::run::count_values({10.0, 2.0}, values.data(), batch, counts.data());
    benchmark::DoNotOptimize(counts.data());
  }
  report(state);
}
BENCHMARK(quantile_counts);

}  // namespace
