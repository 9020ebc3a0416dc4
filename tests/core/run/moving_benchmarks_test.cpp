#include "core/uor/run/moving_benchmarks.hpp"

#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "core/uor/model/inputs.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

enum Statistic { lower, median, upper, peer };

/// Five trusts that publish 10, 20, 30, 40 and 50 in every trial of month 2; the first has two of them as peers.
struct FiveTrusts {
  model::Plan plan;
  MovingBenchmarks benchmarks;

  FiveTrusts() : plan(planned()), benchmarks(plan, {{2, 4}, {}, {}, {}, {}}, 16) {
    benchmarks.start(32);
    Columns tile = benchmarks.tile();
    for (std::size_t trust = 0; trust < 5; ++trust)
      std::fill_n(benchmarks.published(0, 2, trust), 16, 10.0 * static_cast<double>(trust + 1));
    benchmarks.compare(0, 2, 16, tile);
  }

  static model::Plan planned() {
    model::Inputs inputs = test::small_inputs();
    inputs.scenario.run.benchmarks = scenario::Benchmarks::moving;
    return model::make_plan(inputs);
  }

  double shown(std::size_t trust, Statistic statistic) const {
    std::array<double, 8> out{};
    Columns tile = benchmarks.tile();
    benchmarks.fill(trust, 0, 0, statistic, 2, 40, 8, out.data(), tile);
    return out[5];
  }
};

TEST(MovingBenchmarks, AreQuartilesOverAllTrusts) {
  const FiveTrusts five;
  EXPECT_EQ(five.benchmarks.columns(), 1u);
  EXPECT_EQ(five.shown(0, lower), 20);
  EXPECT_EQ(five.shown(0, median), 30);
  EXPECT_EQ(five.shown(3, upper), 40);
}

TEST(MovingBenchmarks, TakeThePeersMedianOrThatOfAll) {
  const FiveTrusts five;
  EXPECT_EQ(five.shown(0, peer), 40);  // of 30 and 50
  EXPECT_EQ(five.shown(1, peer), 30);
}

TEST(MovingBenchmarks, ServeSeveralThreadsAtOnce) {
  const FiveTrusts five;
  std::array<double, 4> found{};
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back([&, i] { found[i] = five.shown(i, i == 0 ? peer : median); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(found, (std::array<double, 4>{40, 30, 30, 30}));
}

}  // namespace
}  // namespace uor::run
