#include "core/uor/analyse/benchmark.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

constexpr Benchmark national{10, 20, 40, {}};

// M038: the outlier flag of docs/framework.md.
TEST(QuarterOf, OneIsBestWhicheverWayIsBetter) {
  EXPECT_EQ(quarter_of(9, -1, national), 1);
  EXPECT_EQ(quarter_of(15, -1, national), 2);
  EXPECT_EQ(quarter_of(30, -1, national), 3);
  EXPECT_EQ(quarter_of(41, -1, national), 4);
  EXPECT_EQ(quarter_of(9, 1, national), 4);
  EXPECT_EQ(quarter_of(15, 1, national), 3);
  EXPECT_EQ(quarter_of(30, 1, national), 2);
  EXPECT_EQ(quarter_of(41, 1, national), 1);
  EXPECT_EQ(quarter_of(15, 0, national), 0);
}

TEST(QuarterOf, AtAQuartileIsNeitherBestNorWorstAndAtTheMedianIsTheBetterHalf) {
  for (const int polarity : {-1, 1}) {
    for (const double last_digits : {0.0, 1e-12, -1e-12}) {
      EXPECT_EQ(quarter_of(10 * (1 + last_digits), polarity, national), polarity < 0 ? 2 : 3);
      EXPECT_EQ(quarter_of(20 * (1 + last_digits), polarity, national), 2);
      EXPECT_EQ(quarter_of(40 * (1 + last_digits), polarity, national), polarity < 0 ? 3 : 2);
    }
  }
}

TEST(BenchmarkAtRating, IsNothingWhereTheFileHasNone) {
  model::Header header;
  Quantity metric{};
  metric.id = "metric.a";
  header.metrics = {metric};
  tally::SideSummary side;
  EXPECT_FALSE(benchmark_at_rating(header, side, "metric.a"));
  side.benchmarks = {{1, 2, 3, 4}};
  EXPECT_FALSE(benchmark_at_rating(header, side, "metric.b"));
  EXPECT_EQ(benchmark_at_rating(header, side, "metric.a")->upper, 3);
}

}  // namespace
}  // namespace uor::analyse
