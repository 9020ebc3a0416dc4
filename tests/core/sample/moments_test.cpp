#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/normal.hpp"
#include "tests/core/sample/distributions.hpp"

namespace uor::sample {
namespace {

/// Moments by integrating the map over probabilities: midpoints of equal slices.
void expect_slices_agree(const Distribution& distribution) {
  constexpr int slices = 40000;
  const Marginal marginal(distribution);
  const double mean = mean_of(distribution), sd = sd_of(distribution);
  double sum = 0, squares = 0;
  for (int i = 0; i < slices; ++i) {
    const double x = marginal(normal_quantile((i + 0.5) / slices)) - mean;
    sum += x;
    squares += x * x;
  }
  EXPECT_NEAR(sum / slices, 0.0, 1e-3 * sd) << to_string(distribution);
  EXPECT_NEAR(std::sqrt(squares / slices), sd, 1e-3 * sd) << to_string(distribution);
}

TEST(Moments, AgreeWithTheMapOfEveryShape) {
  for (const Distribution& distribution :
       {normal(3, 2), lognormal(2, 0.4), triangular(1, 2, 6), pert(1, 2, 6), beta(0, 1, 0.5, 3), uniform(-1, 2),
        discrete({1, 3, 4, 1}), bernoulli(0.3), empirical({1, 2, 4, 9}), quartiles(1, 2, 5)}) {
    expect_slices_agree(distribution);
  }
}

TEST(Moments, AgreeWithTheMapWhenTruncated) {
  for (const Distribution& distribution : {truncated(normal(3, 2), 2, 6), truncated(triangular(1, 2, 6), 1.5, 3),
                                           truncated(discrete({1, 3, 4, 1, 6, 2}), 2, 6)}) {
    expect_slices_agree(distribution);
  }
}

TEST(Moments, OfAConstantAreItsValueAndZero) {
  EXPECT_EQ(mean_of(Distribution::constant(7)), 7.0);
  EXPECT_EQ(sd_of(Distribution::constant(7)), 0.0);
}

TEST(Moments, GiveTheKnownMeanOfAPert) { EXPECT_NEAR(mean_of(pert(0, .3, 1)), 11.0 / 30, 1e-15); }

}  // namespace
}  // namespace uor::sample
