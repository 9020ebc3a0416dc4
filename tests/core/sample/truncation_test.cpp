#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/shape.hpp"
#include "tests/core/sample/distributions.hpp"

namespace uor::sample {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Truncation, KeepsEveryDrawInside) {
  const std::vector<Distribution> all = {normal(0, 1),         lognormal(0.7, 1),      triangular(0, .4, 2),
                                         pert(0, .4, 2),       beta(0, 2, 1.5, 1.5),   uniform(-1, 2),
                                         quartiles(.2, .6, 2), empirical({0, 1, 2, 3})};
  for (const Distribution& distribution : all) {
    const Marginal marginal(truncated(distribution, 0.5, 0.9));
    for (double z = -8; z < 8; z += 0.05) {
      EXPECT_GE(marginal(z), 0.5) << to_string(distribution);
      EXPECT_LE(marginal(z), 0.9) << to_string(distribution);
    }
  }
}

/// F of the truncated distribution at its drawn value is P(Z <= z) again.
TEST(Truncation, RestrictsTheProbabilityOfEveryShape) {
  const std::vector<Distribution> all = {normal(0, 1),         lognormal(0.7, 1),      triangular(0, .4, 2),
                                         pert(0, .4, 2),       beta(0, 2, 1.5, 1.5),   uniform(-1, 2),
                                         quartiles(.2, .6, 2), empirical({0, 1, 2, 3})};
  for (const Distribution& distribution : all) {
    const Marginal marginal(truncated(distribution, 0.5, 0.9));
    const double low = tails_at(distribution, 0.5).lower, high = tails_at(distribution, 0.9).lower;
    for (double z = -3; z < 3; z += 0.1) {
      const double share = (tails_at(distribution, marginal(z)).lower - low) / (high - low);
      EXPECT_NEAR(share, normal_cdf(z), 1e-9) << to_string(distribution) << " at " << z;
    }
  }
}

// Above 6 the standard normal has 1e-9 left: the median of what is left is at P(Z > x) = P(Z > 6) / 2.
TEST(Truncation, IsAccurateInAFarTail) {
  const Marginal upper(truncated(normal(0, 1), 5.9, infinity));
  const double median = -normal_quantile(0.5 * normal_cdf(-5.9));
  EXPECT_NEAR(upper(0.0) / median, 1.0, 1e-15);
  const Marginal lower(truncated(normal(0, 1), -infinity, -5.9));
  EXPECT_EQ(lower(0.0), -upper(0.0));
}

TEST(Truncation, OnOneSideLeavesTheOtherTail) {
  Distribution positive = normal(0, 1);
  positive.truncate_lower = 0.0;
  EXPECT_NEAR(Marginal(positive)(0.0), 0.6744897501960817, 1e-15);
  EXPECT_NEAR(mean_of(positive), std::sqrt(2 / M_PI), 1e-4);
}

TEST(Truncation, OfStepsDropsThoseOutside) {
  const Marginal marginal(truncated(discrete({1, 5, 2, 1, 3, 1, 4, 5}), 2, 3));
  EXPECT_EQ(marginal(-0.01), 2.0);
  EXPECT_EQ(marginal(0.01), 3.0);
}

TEST(Truncation, OfASampleKeepsTiesAtItsBounds) {
  const Marginal marginal(truncated(empirical({1, 2, 2, 2, 5}), 2, 2.5));
  EXPECT_EQ(marginal(-1.0), 2.0);
  EXPECT_EQ(marginal(0.0), 2.0);
  EXPECT_GT(marginal(3.0), 2.0);
}

TEST(Truncation, ThatKeepsNothingIsRefused) {
  EXPECT_THAT([] { Marginal(truncated(normal(50, 5), 0, 1)); },
              ThrowsMessage<Error>(HasSubstr("normal(50, 5) truncated to [0, 1]: truncate keeps a probability of")));
  EXPECT_THAT([] { Marginal(truncated(uniform(0, 1), 2, 3)); },
              ThrowsMessage<Error>(HasSubstr("keeps a probability of 0 only, check the unit and sign of its bounds")));
  EXPECT_THAT(
      [] {
        Marginal(truncated(discrete({1, 1, 5, 1}), 2, 3));
      },
      ThrowsMessage<Error>(HasSubstr("truncate leaves no value, widen its bounds")));
}

TEST(Truncation, OfAConstantIsRefused) {
  EXPECT_THAT([] { Marginal(truncated(Distribution::constant(1), 0, 2)); },
              ThrowsMessage<Error>("constant(1) truncated to [0, 2]: a constant cannot be truncated"));
}

}  // namespace
}  // namespace uor::sample
