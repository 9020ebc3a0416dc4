// What studies on plain columns cost at the sizes that questions come in.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "core/uor/study/first_order.hpp"
#include "core/uor/study/intensities.hpp"
#include "core/uor/study/prim.hpp"
#include "core/uor/study/ranks.hpp"
#include "core/uor/study/shapley.hpp"

namespace {

using uor::study::Column;

/// Standard normal columns.
std::vector<std::vector<double>> normals(std::size_t columns, std::size_t trials) {
  std::vector<std::vector<double>> made(columns, std::vector<double>(trials));
  std::vector<std::uint32_t> words(trials);
  for (std::size_t c = 0; c < columns; ++c) {
    uor::sample::draw_words(uor::mix_bits(c), uor::sample::run_month, 0, trials, words.data());
    uor::sample::normals_of(words.data(), made[c].data(), trials);
  }
  return made;
}

std::vector<Column> columns_of(const std::vector<std::vector<double>>& table) { return {table.begin(), table.end()}; }

/// A run's drivers on all of its outputs: first-order indices with errors, of so many drivers, outputs and trials.
void indices(benchmark::State& state) {
  const auto drawn = normals(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(2)));
  const auto outputs = normals(static_cast<std::size_t>(state.range(1)), static_cast<std::size_t>(state.range(2)));
  std::vector<uor::study::Driver> drivers;
  for (const auto& column : drawn) drivers.push_back({column, uor::study::Law::normal});
  const std::vector<Column> columns = columns_of(outputs);
  for (auto _ : state) benchmark::DoNotOptimize(uor::study::first_order(drivers, columns));
}
BENCHMARK(indices)->Args({123, 27, 65536})->Unit(benchmark::kSecond);

/// PAWN and the rank check of the same.
void ranks(benchmark::State& state) {
  const auto drawn = normals(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(2)));
  const auto outputs = normals(static_cast<std::size_t>(state.range(1)), static_cast<std::size_t>(state.range(2)));
  for (auto _ : state) {
    std::vector<uor::study::Levels> levels;
    for (const auto& output : outputs) levels.emplace_back(output);
    for (const auto& driver : drawn) {
      const std::vector<std::uint32_t> order = uor::study::order_of(driver);
      for (std::size_t o = 0; o < outputs.size(); ++o) {
        benchmark::DoNotOptimize(uor::study::pawn(order, levels[o]));
        benchmark::DoNotOptimize(uor::study::rank_index(order, outputs[o]));
      }
    }
  }
}
BENCHMARK(ranks)->Args({123, 27, 65536})->Unit(benchmark::kSecond);

/// Twelve players, all coalitions, with interactions and paired errors: beside what simulating the values costs.
void shares(benchmark::State& state) {
  const auto trials = static_cast<std::size_t>(state.range(0));
  const auto values = normals(16, trials);
  for (auto _ : state) {
    uor::study::ShapleySum sum(uor::study::most_exact_players, trials);
    for (std::size_t step = 0; step < uor::study::coalitions_of(uor::study::most_exact_players); ++step)
      sum.add(uor::study::coalition_at(step), values[step % values.size()]);
    benchmark::DoNotOptimize(sum.result());
  }
}
BENCHMARK(shares)->Arg(1024)->Arg(4096)->Unit(benchmark::kSecond);

/// A box among so many trials and columns.
void box(benchmark::State& state) {
  const auto table = normals(static_cast<std::size_t>(state.range(1)), 50048);
  const std::vector<Column> columns = columns_of(table);
  std::vector<double> outcome;
  for (std::size_t t = 0; t < table[0].size(); ++t)
    outcome.push_back(table[0][t] > 0.25 && table[1][t] < 0 && table[2][t] > -0.5 ? 1 : 0);
  for (auto _ : state) benchmark::DoNotOptimize(uor::study::peel(columns, outcome));
}
BENCHMARK(box)->Args({50000, 40})->Unit(benchmark::kMillisecond);

/// Evaluations that a search over five levers takes, each of which is a run.
void search(benchmark::State& state) {
  const auto value = [](const std::vector<double>& x) { return x[0] + 0.8 * x[1] + 0.6 * x[2] + 0.4 * x[3] + x[4]; };
  const auto cost = [](const std::vector<double>& x) { return x[0] + 2 * x[1] + x[2] * x[2] + x[3] + 3 * x[4]; };
  std::size_t evaluations = 0;
  for (auto _ : state) evaluations = uor::study::least_intensities({1, 1, 1, 1, 1}, value, cost, 1.5).evaluations;
  state.counters["evaluations"] = static_cast<double>(evaluations);
}
BENCHMARK(search)->Unit(benchmark::kMicrosecond);

}  // namespace
