#include "core/uor/fit/regression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace uor::fit {
namespace {

TEST(Regression, FollowsTheFeatureThatMatters) {
  std::vector<Features> features;
  std::vector<int> grades;
  for (int i = 0; i < 60; ++i) {
    features.push_back({0.01 * i, std::cos(i), 85 + std::sin(i), 4 + std::cos(3 * i)});
    grades.push_back(3 - std::min(i / 15 + (i % 7 == 0 ? 1 : 0), 3));
  }
  const Regression regression(features, grades);
  const Probabilities low = regression.probabilities({0.02, 0, 85, 4}),
                      high = regression.probabilities({0.55, 0, 85, 4});
  EXPECT_GT(low[3], 0.4);
  EXPECT_GT(high[0], 0.4);
  EXPECT_NEAR(std::accumulate(low.begin(), low.end(), 0.0), 1.0, 1e-12);
}

TEST(Regression, AnUnknownFeatureCountsAsTheMean) {
  const std::vector<Features> features = {{0.0, 1, 80, 4}, {0.2, -1, 90, 4.5}, {0.4, -3, 85, 5}, {0.1, 2, 88, 4.2}};
  const Regression regression(features, {3, 1, 0, 2});
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  const Probabilities a = regression.probabilities({unknown, 0, 85.75, 4.425});
  const Probabilities b = regression.probabilities({0.175, 0, 85.75, 4.425});
  for (std::size_t g = 0; g < 4; ++g) EXPECT_NEAR(a[g], b[g], 1e-9);
}

TEST(Regression, EndsWhereTheObjectiveIsFlat) {
  // Two fits of the same ratings in another order are one point only when both have converged.
  std::vector<Features> features;
  std::vector<int> grades;
  for (int i = 0; i < 40; ++i) {
    features.push_back({std::sqrt(0.01 * i), std::sin(2 * i) - 0.1 * i, 85 + std::sin(i), 4 + std::cos(3 * i)});
    grades.push_back(3 - std::min(i / 10 + (i % 7 == 0 ? 1 : 0), 3));
  }
  const Regression forward(features, grades);
  std::reverse(features.begin(), features.end());
  std::reverse(grades.begin(), grades.end());
  const Probabilities a = forward.probabilities({0.3, -1, 85, 4}),
                      b = Regression(features, grades).probabilities({0.3, -1, 85, 4});
  for (std::size_t g = 0; g < 4; ++g) EXPECT_NEAR(a[g], b[g], 1e-5);
}

}  // namespace
}  // namespace uor::fit
