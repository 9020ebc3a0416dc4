#include "core/uor/fit/likelihood.hpp"

#include <gtest/gtest.h>

#include "core/uor/rate/rating.hpp"
#include "tests/core/fit/made_up_rating.hpp"

namespace uor::fit {
namespace {

using test::even_evidence;
using test::made_up_rating;

TEST(Likelihood, WithoutLimitersIsTheClosedFormOfAnOrdinalModel) {
  const Likelihood likelihood(made_up_rating());
  const Probabilities p = likelihood.probabilities(even_evidence(2.6, 1.0), likelihood.given());
  const auto closed = rate::ordinal_probabilities(2.7, 0.3, {1.85, 2.4, 3.1});
  for (std::size_t g = 0; g < 4; ++g) EXPECT_NEAR(p[g], closed[g], 1e-12);
}

TEST(Likelihood, AHardLimiterLeavesNothingAboveIt) {
  const Likelihood likelihood(made_up_rating());
  const Probabilities p = likelihood.probabilities(even_evidence(3.5, 0, 1), likelihood.given());
  EXPECT_EQ(p[2], 0);
  EXPECT_EQ(p[3], 0);
  EXPECT_GT(p[1], 0.99);
}

TEST(Likelihood, ASoftLimiterTakesItsShareOfWhatIsAboveIt) {
  const Likelihood likelihood(made_up_rating());
  const Probabilities free = likelihood.probabilities(even_evidence(3.2), likelihood.given());
  const Probabilities held = likelihood.probabilities(even_evidence(3.2, 0, 2), likelihood.given());
  EXPECT_NEAR(held[3], 0.7 * free[3], 1e-12);
  EXPECT_NEAR(held[2], free[2] + 0.3 * free[3], 1e-12);
  EXPECT_NEAR(held[0], free[0], 1e-15);
}

TEST(Likelihood, ItsGradientIsTheChangeOfTheProbabilities) {
  const Likelihood likelihood(made_up_rating());
  const Evidence evidence = even_evidence(2.9, 0.7, 2);
  std::array<std::vector<double>, 4> gradient;
  const Numbers at = likelihood.given();
  likelihood.probabilities(evidence, at, &gradient);
  const double step = 1e-6;
  for (std::size_t n = 0; n < 10; ++n) {
    const auto moved = [&](double by) {
      Numbers numbers = at;
      double& one = n < 5   ? numbers.weights[n]
                    : n < 8 ? numbers.cuts[n - 5]
                    : n < 9 ? numbers.limiters[0]
                            : numbers.indicators[0];
      one += by;
      return likelihood.probabilities(evidence, numbers);
    };
    const Probabilities up = moved(step), down = moved(-step);
    for (std::size_t g = 0; g < 4; ++g) {
      EXPECT_NEAR(gradient[g][n], (up[g] - down[g]) / (2 * step), 1e-6) << n << " " << g;
    }
  }
}

TEST(Likelihood, RefusesALimiterThatRaises) {
  policy::Rating rating = made_up_rating();
  rating.limiters[1].worst = 3;
  EXPECT_THROW(Likelihood{rating}, Error);
}

}  // namespace
}  // namespace uor::fit
