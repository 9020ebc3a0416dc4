#include "core/uor/fit/ladder_fit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "tests/core/fit/made_up_rating.hpp"

namespace uor::fit {
namespace {

using test::even_evidence;
using test::made_up_rating;

/// Trusts whose grades follow an indicator: a fit must find its sign.
std::vector<Evidence> trusts_by_indicator() {
  std::vector<Evidence> trusts;
  for (int i = 0; i < 40; ++i) trusts.push_back(even_evidence(2.45, -2.0 + 0.1 * i));
  return trusts;
}

std::vector<Case> cases_of(const std::vector<Evidence>& trusts) {
  std::vector<Case> cases;
  for (std::size_t i = 0; i < trusts.size(); ++i)
    cases.push_back({&trusts[i], static_cast<int>(4 * i / trusts.size())});
  return cases;
}

TEST(LadderFit, FindsTheIndicatorThatGradesFollow) {
  policy::Rating rating = made_up_rating();
  rating.indicators[0].coefficient = 0;
  const Likelihood likelihood(rating);
  const auto trusts = trusts_by_indicator();
  const LadderFit fit = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases_of(trusts));
  EXPECT_GT(fit.numbers.indicators[0], 3 * fit.standard_error.indicators[0]);
}

TEST(LadderFit, KeepsWeightsASumOfOneAndCutsRising) {
  const policy::Rating rating = made_up_rating();
  const Likelihood likelihood(rating);
  const auto trusts = trusts_by_indicator();
  const Numbers numbers = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases_of(trusts)).numbers;
  EXPECT_NEAR(std::accumulate(numbers.weights.begin(), numbers.weights.end(), 0.0), 1.0, 1e-12);
  EXPECT_LT(numbers.cuts[0], numbers.cuts[1]);
  EXPECT_LT(numbers.cuts[1], numbers.cuts[2]);
  for (const double weight : numbers.weights) EXPECT_GE(weight, 0.0);
}

TEST(LadderFit, WithoutRatingsStaysAtItsPriors) {
  const policy::Rating rating = made_up_rating();
  const Likelihood likelihood(rating);
  const LadderFit fit = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, {});
  EXPECT_NEAR(fit.numbers.cuts[1], 2.4, 1e-6);
  EXPECT_NEAR(fit.numbers.limiters[0], 0.3, 1e-6);
  EXPECT_NEAR(fit.standard_error.indicators[0], 0.2, 1e-4);
}

TEST(LadderFit, TakesNoLimiterBeyondItsMost) {
  policy::Rating rating = made_up_rating();
  rating.limiters[1].probability = 0.1;
  rating.limiters[1].most = 0.14;
  rating.fit_prior.limiter_sd = 100;  // nothing else holds it back
  const Likelihood likelihood(rating);
  std::vector<Evidence> trusts = trusts_by_indicator();
  for (Evidence& trust : trusts) std::fill(trust.limits.begin(), trust.limits.end(), std::uint64_t{0b10});
  const std::vector<Case> cases = {{&trusts.back(), 2}, {&trusts.back(), 2}};  // good, where it holds everywhere
  const Numbers numbers = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases).numbers;
  EXPECT_GT(numbers.limiters[0], 0.1);
  EXPECT_LE(numbers.limiters[0], 0.14);
}

TEST(LadderFit, WithoutRatingsItsCovarianceIsThatOfThePriors) {
  const policy::Rating rating = made_up_rating();
  const Likelihood likelihood(rating);
  const Covariance covariance = fit_ladder(likelihood, likelihood.given(), rating.fit_prior, {}).covariance;
  ASSERT_EQ(covariance.size(), 5u + 3 + 1 + 1);
  const std::vector<double> sd = {0.05, 0.05, 0.05, 0.05, 0.05, 0.5, 0.5, 0.5, 1.0, 0.2};
  for (std::size_t row = 0; row < covariance.size(); ++row) {
    ASSERT_EQ(covariance[row].size(), row + 1);
    for (std::size_t column = 0; column < row; ++column) EXPECT_NEAR(covariance[row][column], 0.0, 1e-6);
    EXPECT_NEAR(covariance[row][row], sd[row] * sd[row], 1e-5);
  }
}

TEST(LadderFit, RatingsNarrowWhatTheirCutsMayBe) {
  const policy::Rating rating = made_up_rating();
  const Likelihood likelihood(rating);
  const auto trusts = trusts_by_indicator();
  const Covariance covariance =
      fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases_of(trusts)).covariance;
  EXPECT_LT(covariance[5][5], 0.25 * 0.5 * 0.5);
}

TEST(LadderFit, IsTheSameTwice) {
  const policy::Rating rating = made_up_rating();
  const Likelihood likelihood(rating);
  const auto trusts = trusts_by_indicator();
  const auto fit = [&] {
    return fit_ladder(likelihood, likelihood.given(), rating.fit_prior, cases_of(trusts)).numbers;
  };
  EXPECT_EQ(fit().cuts, fit().cuts);
  EXPECT_EQ(fit().weights, fit().weights);
}

}  // namespace
}  // namespace uor::fit
