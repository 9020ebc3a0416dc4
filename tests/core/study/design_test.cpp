#include "core/uor/study/design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace uor::study {
namespace {

TEST(Design, FullFactorialHasEveryCombinationOnce) {
  const auto runs = full_factorial({2, 3, 4});
  EXPECT_EQ(runs.size(), 24u);
  EXPECT_EQ(std::set(runs.begin(), runs.end()).size(), 24u);
  EXPECT_EQ(runs[1], (std::vector<std::size_t>{0, 0, 1}));
}

TEST(Design, LatinHypercubeHitsEachPartOfEachFactorOnce) {
  const DesignPoints points = latin_hypercube(50, 3, 7);
  for (std::size_t factor = 0; factor < 3; ++factor) {
    std::set<int> parts;
    for (const auto& point : points) parts.insert(static_cast<int>(point[factor] * 50));
    EXPECT_EQ(parts.size(), 50u);
  }
  EXPECT_EQ(points, latin_hypercube(50, 3, 7));
  EXPECT_NE(points, latin_hypercube(50, 3, 8));
}

TEST(Design, SobolPointsFillEachHalfQuarterAndEighthEqually) {
  const DesignPoints points = sobol_design(64, 5, 3);
  for (std::size_t factor = 0; factor < 5; ++factor) {
    for (const int parts : {2, 4, 8, 64}) {
      std::vector<int> held(static_cast<std::size_t>(parts));
      for (const auto& point : points) ++held.at(static_cast<std::size_t>(point[factor] * parts));
      for (const int count : held) EXPECT_EQ(count, 64 / parts);
    }
  }
  double product = 0;  // mean of xy over the cube is 1/4
  for (const auto& point : points) product += point[0] * point[1] / 64;
  EXPECT_NEAR(product, 0.25, 0.02);
}

}  // namespace
}  // namespace uor::study
