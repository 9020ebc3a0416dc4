#include "core/uor/study/cheapest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace uor::study {
namespace {

constexpr std::array costs = {3.0, 2.0, 2.0, 0.0};

std::vector<double> additive(const std::array<double, 4>& worth) {
  std::vector<double> values;
  for (Coalition set = 0; set < 16; ++set) {
    values.push_back(0.1);
    for (std::size_t i = 0; i < 4; ++i) values.back() += takes_part(set, i) ? worth[i] : 0;
  }
  return values;
}

TEST(CheapestSet, ReachesTheTargetAtTheLeastCost) {
  const CheapestSet found = cheapest_set(additive({0.3, 0.16, 0.15, -0.1}), costs, 0.4);
  EXPECT_TRUE(found.reached);
  EXPECT_EQ(found.set, 0b0001u);
  EXPECT_EQ(found.cost, 3);
}

TEST(CheapestSet, OfEqualCostTakesTheBetter) {
  EXPECT_EQ(cheapest_set(additive({0.1, 0.2, 0.3, 0}), costs, 0.2).set, 0b0100u);
}

TEST(CheapestSet, IsNobodyWhereTodayServes) {
  const CheapestSet found = cheapest_set(additive({0.1, 0.1, 0.1, -0.01}), costs, 0.1);
  EXPECT_TRUE(found.reached);
  EXPECT_EQ(found.set, 0u);
}

TEST(CheapestSet, SaysTheBestWhereNothingReaches) {
  const std::vector<double> values = additive({0.1, 0.2, 0.3, -0.1});
  const CheapestSet best = cheapest_set(values, costs, 0.9);
  EXPECT_FALSE(best.reached);
  EXPECT_EQ(best.set, 0b0111u);
  const CheapestSet within = cheapest_set(values, costs, 0.9, 4);
  EXPECT_FALSE(within.reached);
  EXPECT_EQ(within.set, 0b0110u);
}

TEST(CheapestSet, AgreesWithASearchOfItsOwn) {
  const std::vector<double> values = additive({0.05, 0.07, 0.11, 0.02});
  for (double target = 0.1; target < 0.4; target += 0.01) {
    double least = 1e9;
    for (Coalition set = 0; set < 16; ++set) {
      double cost = 0;
      for (std::size_t i = 0; i < 4; ++i) cost += takes_part(set, i) ? costs[i] : 0;
      if (values[set] >= target) least = std::min(least, cost);
    }
    const CheapestSet found = cheapest_set(values, costs, target);
    EXPECT_EQ(found.reached, least < 1e9);
    EXPECT_EQ(found.reached ? found.cost : 1e9, least);
  }
}

}  // namespace
}  // namespace uor::study
