#include "core/uor/fit/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace uor::fit {
namespace {

TEST(Regression, FollowsTheFeatureThatMatters) {
  std::vector<Features> features;
  std::vector<int> grades;
  for (int i = 0; i < 60; ++i) {
    features.push_back({0.01 * i, 85 + std::sin(i), 4 + std::cos(3 * i)});
    grades.push_back(3 - std::min(i / 15 + (i % 7 == 0 ? 1 : 0), 3));
  }
  const Regression regression(features, grades);
  const Probabilities low = regression.probabilities({0.02, 85, 4}), high = regression.probabilities({0.55, 85, 4});
  EXPECT_GT(low[3], 0.4);
  EXPECT_GT(high[0], 0.4);
  EXPECT_NEAR(std::accumulate(low.begin(), low.end(), 0.0), 1.0, 1e-12);
}

TEST(Regression, AnUnknownFeatureCountsAsTheMean) {
  const std::vector<Features> features = {{0.0, 80, 4}, {0.2, 90, 4.5}, {0.4, 85, 5}, {0.1, 88, 4.2}};
  const Regression regression(features, {3, 1, 0, 2});
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  const Probabilities a = regression.probabilities({unknown, 85.75, 4.425});
  const Probabilities b = regression.probabilities({0.175, 85.75, 4.425});
  for (std::size_t g = 0; g < 4; ++g) EXPECT_NEAR(a[g], b[g], 1e-9);
}

}  // namespace
}  // namespace uor::fit
