#include "core/uor/model/fit_draws.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace uor::model {
namespace {

using testing::Each;

/// Two key lines, one limiter that a fit moves and one that it does not, no indicator.
policy::Policy made_up_policy() {
  policy::Policy policy;
  policy::Rating& rating = policy.rating;
  rating.kloes.resize(2);
  rating.kloes[0].id = "a";
  rating.kloes[0].weight = 0.6;
  rating.kloes[1].id = "b";
  rating.kloes[1].weight = 0.4;
  rating.cut_requires_improvement = 1.8;
  rating.cut_good = 2.4;
  rating.cut_outstanding = 3;
  rating.limiters.resize(2);
  rating.limiters[0].id = "hard";
  rating.limiters[1].id = "soft";
  rating.limiters[1].probability = 0.3;
  return policy;
}

/// The lowest cut with sd 0.1, the gap to good with sd 0.2 of its logarithm, correlated -0.5.
policy::Policy with_cuts_in_doubt() {
  policy::Policy policy = made_up_policy();
  policy.fit_covariance = policy::FitCovariance{{"cuts.requires_improvement", "cuts.good"}, {{0.01}, {-0.01, 0.04}}};
  return policy;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean(a)) * (b[i] - mean(b));
  return sum / static_cast<double>(a.size());
}

TEST(FitDraws, ThereAreNoneWhereThePolicyHasNoCovariance) { EXPECT_TRUE(fit_draws(made_up_policy()).empty()); }

TEST(FitDraws, HaveTheMomentsThatTheCovarianceStates) {
  std::vector<double> lowest, gap;
  for (const RatingNumbers& draw : fit_draws(with_cuts_in_doubt(), 4096)) {
    lowest.push_back(draw.cuts[0]);
    gap.push_back(std::log(draw.cuts[1] - draw.cuts[0]));
  }
  // Four standard errors of 4,096 draws.
  EXPECT_NEAR(mean(lowest), 1.8, 4 * 0.1 / 64);
  EXPECT_NEAR(mean(gap), std::log(0.6), 4 * 0.2 / 64);
  EXPECT_NEAR(covariance(lowest, lowest), 0.01, 4 * 0.01 * std::sqrt(2.0) / 64);
  EXPECT_NEAR(covariance(lowest, gap), -0.01, 4 * 0.02 * std::sqrt(1.25) / 64);
  EXPECT_NEAR(covariance(gap, gap), 0.04, 4 * 0.04 * std::sqrt(2.0) / 64);
}

TEST(FitDraws, WhatTheCovarianceDoesNotNameStaysAtThePolicysNumber) {
  for (const RatingNumbers& draw : fit_draws(with_cuts_in_doubt(), 16)) {
    EXPECT_NEAR(draw.weights[0], 0.6, 1e-15);
    EXPECT_EQ(draw.limiters, (std::vector<double>{1.0, 0.3}));
    EXPECT_NEAR(draw.cuts[2] - draw.cuts[1], 0.6, 1e-12);
  }
}

TEST(FitDraws, OfALimiterThatMovesOnlyItMoves) {
  policy::Policy policy = made_up_policy();
  policy.fit_covariance = policy::FitCovariance{{"limiter.soft"}, {{1.0}}};
  const std::vector<RatingNumbers> draws = fit_draws(policy, 16);
  for (const RatingNumbers& draw : draws) {
    EXPECT_EQ(draw.limiters[0], 1.0);
    EXPECT_THAT(draw.limiters, Each(testing::AllOf(testing::Gt(0.0), testing::Le(1.0))));
  }
  EXPECT_NE(draws[0].limiters[1], draws[1].limiters[1]);
}

TEST(FitDraws, ARowThatAPolicyTookAwayIsLeftOutWithItsCorrelations) {
  policy::Policy policy = with_cuts_in_doubt();
  policy.fit_covariance = policy::FitCovariance{{"limiter.gone", "cuts.good"}, {{1.0}, {0.1, 0.04}}};
  for (const RatingNumbers& draw : fit_draws(policy, 16)) EXPECT_EQ(draw.cuts[0], 1.8);
}

TEST(FitDraws, AWeightIsNeverBelowNoughtAndWeightsSumToOne) {
  policy::Policy policy = made_up_policy();
  policy.fit_covariance = policy::FitCovariance{{"weights.a", "weights.b"}, {{0.01}, {0.0, 1.0}}};
  for (const RatingNumbers& draw : fit_draws(policy, 64)) {
    EXPECT_THAT(draw.weights, Each(testing::Ge(0.0)));
    EXPECT_NEAR(draw.weights[0] + draw.weights[1], 1.0, 1e-15);
  }
}

TEST(FitDraws, AreTheSameTwiceAndFewerAreTheFirstOfMore) {
  const auto some = fit_draws(with_cuts_in_doubt(), 3), more = fit_draws(with_cuts_in_doubt(), 8);
  for (std::size_t i = 0; i < some.size(); ++i) EXPECT_EQ(some[i].cuts, more[i].cuts);
}

}  // namespace
}  // namespace uor::model
