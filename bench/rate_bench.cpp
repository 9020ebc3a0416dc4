// What rating a trial costs: the ladder without and with limiters.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

#include "core/uor/rate/rating.hpp"

namespace {

constexpr std::size_t batch = 256;

void propose(benchmark::State& state) {
  std::mt19937_64 random(1);
  std::normal_distribution<double> score(2.6, 0.5);
  std::vector<std::vector<double>> columns(7, std::vector<double>(batch));
  for (auto& column : columns) {
    for (double& value : column) value = score(random);
  }
  const uor::rate::Ladder ladder{{0.1375, 0.1375, 0.1375, 0.1375, 0.45}, 1.7, 2.4, 3.2};
  std::vector<uor::rate::LimiterColumns> limiters(static_cast<std::size_t>(state.range(0)));
  for (auto& limiter : limiters) {
    limiter.tests = {{uor::rate::Test::Compare::less, 2.0}};
    limiter.columns = {columns[5].data()};
    limiter.best = 2;
  }
  std::vector<double> latent(batch);
  std::vector<uor::rate::Grade> grade(batch);
  const std::array<const double*, 5> scores = {columns[0].data(), columns[1].data(), columns[2].data(),
                                               columns[3].data(), columns[4].data()};
  for (auto _ : state) {
    uor::rate::propose(ladder, scores, {}, columns[6].data(), limiters, batch, {latent.data(), grade.data()});
    benchmark::DoNotOptimize(grade.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(batch));
}
BENCHMARK(propose)->Arg(0)->Arg(8);

}  // namespace
