// What a random number costs: bare Philox words, normals, and each distribution's map.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/ratios/uniform.hpp"
#include "core/uor/base/column.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"

namespace {

constexpr std::size_t batch = 256;

void report(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(batch));
}

void philox_words(benchmark::State& state) {
  std::vector<std::uint32_t> words(batch);
  std::uint64_t first = 0;
  for (auto _ : state) {
    uor::sample::draw_words(42, 1, first, batch, words.data());
    benchmark::DoNotOptimize(words.data());
    first += batch;
  }
  report(state);
}
BENCHMARK(philox_words);

void normals(benchmark::State& state) {
  std::vector<std::uint32_t> words(batch);
  uor::Columns z(1, batch);
  std::uint64_t first = 0;
  for (auto _ : state) {
    uor::sample::draw_words(42, 1, first, batch, words.data());
    uor::sample::normals_of(words.data(), z.row(0), batch);
    benchmark::DoNotOptimize(z.row(0));
    first += batch;
  }
  report(state);
}
BENCHMARK(normals);

void uniforms(benchmark::State& state) {
  const uor::bench::Uniforms convert = uor::bench::uniforms_of(uor::sample::kernels().level);
  std::vector<std::uint32_t> words(batch);
  uor::Columns u(1, batch);
  std::uint64_t first = 0;
  for (auto _ : state) {
    uor::sample::draw_words(42, 1, first, batch, words.data());
    convert(words.data(), u.row(0), batch);
    benchmark::DoNotOptimize(u.row(0));
    first += batch;
  }
  report(state);
}
BENCHMARK(uniforms);

void map_of(benchmark::State& state, const uor::Distribution& distribution) {
  const uor::sample::Marginal marginal(distribution);
  std::vector<std::uint32_t> words(batch);
  uor::Columns z(2, batch);
  uor::sample::draw_words(42, 1, 0, batch, words.data());
  uor::sample::normals_of(words.data(), z.row(0), batch);
  for (auto _ : state) {
    marginal.map(z.row(0), z.row(1), batch);
    benchmark::DoNotOptimize(z.row(1));
  }
  report(state);
}
BENCHMARK_CAPTURE(map_of, normal, uor::Distribution{uor::Shape::normal, {0.0, 1.0}, {}, {}});
BENCHMARK_CAPTURE(map_of, lognormal, uor::Distribution{uor::Shape::lognormal, {1.0, 0.5}, {}, {}});
BENCHMARK_CAPTURE(map_of, triangular, uor::Distribution{uor::Shape::triangular, {0.0, 0.5, 1.0}, {}, {}});
BENCHMARK_CAPTURE(map_of, pert, uor::Distribution{uor::Shape::pert, {0.0, 0.3, 1.0}, {}, {}});
BENCHMARK_CAPTURE(map_of, uniform, uor::Distribution{uor::Shape::uniform, {0.0, 1.0}, {}, {}});
BENCHMARK_CAPTURE(map_of, quartiles, uor::Distribution{uor::Shape::quartiles, {6.1, 7.2, 8.4}, {}, {}});
BENCHMARK_CAPTURE(map_of, quartiles_truncated, uor::Distribution{uor::Shape::quartiles, {6.1, 7.2, 8.4}, 0.0, 100.0});
BENCHMARK_CAPTURE(map_of, beta, uor::Distribution{uor::Shape::beta, {0.0, 1.0, 2.0, 5.0}, {}, {}});
BENCHMARK_CAPTURE(map_of, bernoulli, uor::Distribution{uor::Shape::bernoulli, {0.3}, {}, {}});
BENCHMARK_CAPTURE(map_of, discrete, uor::Distribution{uor::Shape::discrete, {0, 0.2, 1, 0.5, 2, 0.3}, {}, {}});
BENCHMARK_CAPTURE(map_of, empirical, uor::Distribution{uor::Shape::empirical, {1, 2, 3, 5, 8, 13, 21, 34}, {}, {}});

}  // namespace
