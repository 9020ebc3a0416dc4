#include "core/uor/tally/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/uor/tally/summarise.hpp"

namespace uor::tally {
namespace {

Sums all_of(const LeafSums& sums, std::size_t column) {
  Sums total;
  for (std::size_t leaf = 0; leaf < sums.leaves(); ++leaf) total.add(sums.leaf(leaf, column));
  return total;
}

// NIST Statistical Reference Datasets, NumAcc4: 1001 values, mean 10000000.2 and standard deviation 0.1 exactly.
TEST(LeafSums, ReachesTheCertifiedMeanAndDeviationOfNumAcc4) {
  std::vector<double> values = {10000000.2};
  for (int pair = 0; pair < 500; ++pair) {
    values.push_back(10000000.1);
    values.push_back(10000000.3);
  }
  const double center = 10000000.2;
  LeafSums sums;
  sums.start(1, values.size());
  std::vector<std::uint16_t> bins(values.size());
  sums.add(0, values.data(), nullptr, {center, 1.0}, 0, values.size(), bins.data());
  const Sums total = all_of(sums, 0);
  const double n = static_cast<double>(values.size());
  EXPECT_NEAR(center + total.value / n, 10000000.2, 1e-8);
  EXPECT_NEAR(deviation(total.value, total.square, n), 0.1, 1e-8);
}

TEST(LeafSums, HasTheSameBitsHoweverTheTrialsAreSplit) {
  std::mt19937_64 random(3);
  std::lognormal_distribution<double> lognormal(0.0, 2.0);
  std::vector<double> values(5003), baseline(5003);
  for (double& value : values) value = lognormal(random);
  for (double& value : baseline) value = lognormal(random);
  const auto totals = [&](std::size_t batch) {
    LeafSums sums;
    sums.start(1, values.size());
    std::vector<std::uint16_t> bins(batch);
    for (std::size_t offset = 0; offset < values.size(); offset += batch) {
      sums.add(0, values.data() + offset, baseline.data() + offset, {1.0, 1.0}, offset,
               std::min(batch, values.size() - offset), bins.data());
    }
    return all_of(sums, 0);
  };
  const Sums whole = totals(5120);
  for (const std::size_t batch : {8u, 64u, 256u, 4096u}) {
    const Sums parts = totals(batch);
    EXPECT_EQ(parts.value, whole.value);
    EXPECT_EQ(parts.square, whole.square);
    EXPECT_EQ(parts.change, whole.change);
    EXPECT_EQ(parts.change_square, whole.change_square);
  }
}

TEST(SideCounts, AddsEveryCount) {
  SideCounts a, b;
  a.start(5, 2, 1, 1, 1);
  b.start(5, 2, 1, 1, 1);
  b.rating = {1, 2, 3, 4};
  b.migration[1][2] = 5;
  b.rating_by_month[1] = {0, 0, 7, 0};
  b.kloe[4] = {0, 3, 0, 0};
  b.limiter_fired[0] = 9;
  a.add(b);
  a.add(b);
  EXPECT_EQ(a.rating, (Counts4{2, 4, 6, 8}));
  EXPECT_EQ(a.migration[1][2], 10u);
  EXPECT_EQ(a.rating_by_month[1][2], 14u);
  EXPECT_EQ(a.kloe[4][1], 6u);
  EXPECT_EQ(a.limiter_fired[0], 18u);
}

}  // namespace
}  // namespace uor::tally
