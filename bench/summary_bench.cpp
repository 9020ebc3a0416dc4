// What summarising a value costs: leaf sums, and counts for quantiles.
#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "core/uor/tally/histogram.hpp"
#include "core/uor/tally/tally.hpp"

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

void describe_column(benchmark::State& state) {
  const std::vector<double> values = sample();
  std::vector<std::uint16_t> bins(batch);
  uor::tally::LeafSums sums;
  for (auto _ : state) {
    sums.start(1, batch);
    sums.add(0, values.data(), state.range(0) == 0 ? nullptr : values.data(), {10.0, 2.0}, 0, batch, bins.data());
    benchmark::DoNotOptimize(sums.leaf(0, 0).value);
  }
  report(state);
}
BENCHMARK(describe_column)->Arg(0)->Arg(1)->ArgName("paired");

/// Counts of one column, and of as many as a run has, which no near cache holds; `few` is a column of two values.
void count_bins(benchmark::State& state) {
  std::vector<double> values = sample();
  if (state.range(1) != 0) {
    for (double& value : values) value = value > 13.0 ? 1.0 : 0.0;
  }
  const auto columns = static_cast<std::size_t>(state.range(0));
  std::vector<std::uint16_t> bins(batch);
  uor::tally::LeafSums sums;
  sums.start(1, batch);
  const uor::tally::Extremes found = sums.add(0, values.data(), nullptr, {10.0, 2.0}, 0, batch, bins.data());
  uor::tally::Distributions distributions;
  distributions.start(columns);
  std::size_t column = 0;
  for (auto _ : state) {
    distributions.add(column, values.data(), bins.data(), batch, found, {10.0, 2.0});
    column = column + 1 < columns ? column + 1 : 0;
    if (column == 0) distributions.passed(batch);
  }
  report(state);
}
BENCHMARK(count_bins)->Args({1, 0})->Args({1632, 0})->Args({1, 1})->ArgNames({"columns", "few"});

}  // namespace
