#include "core/uor/fit/scores.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/fit/bootstrap.hpp"

namespace uor::fit {
namespace {

TEST(Scores, AreThoseComputedByHand) {
  const RatedOdds forecast{{0.1, 0.2, 0.6, 0.1}, 2};
  EXPECT_NEAR(ranked_probability_score(forecast), (0.1 * 0.1 + 0.3 * 0.3 + 0.1 * 0.1) / 3, 1e-15);
  EXPECT_NEAR(log_loss(forecast), -std::log(0.6), 1e-15);
  EXPECT_EQ(mode_of(forecast.probabilities), 2);
}

TEST(Scores, OfCertainTruthArePerfect) {
  const std::vector<RatedOdds> forecasts = {{{1, 0, 0, 0}, 0}, {{0, 0, 0, 1}, 3}};
  const Scores scores = scores_of(forecasts);
  EXPECT_EQ(scores.rps, 0);
  EXPECT_EQ(scores.log_loss, 0);
  EXPECT_EQ(scores.qwk, 1);
  EXPECT_EQ(scores.accuracy, 1);
}

TEST(Scores, OfAgreementMatchAKnownKappa) {
  // Modes 0 1 1 2 against 0 1 2 2: observed squared distance 1; expected (by margins) 1/4 x sum = 3.
  const std::vector<RatedOdds> forecasts = {{{1, 0, 0, 0}, 0}, {{0, 1, 0, 0}, 1}, {{0, 1, 0, 0}, 2}, {{0, 0, 1, 0}, 2}};
  // came 1 1 2 0, said 1 2 1 0: sum came_i said_j (i-j)^2 / 4 = (2 + 4 + 1 + 1 + 8 + 4) / 4 = 5
  EXPECT_NEAR(scores_of(forecasts).qwk, 1 - 1.0 / 5.0, 1e-12);
}

TEST(Scores, OutstandingIsToldFromGoodByTheExpectedGrade) {
  const Probabilities low = {0, 0, 0.9, 0.1}, high = {0, 0, 0.2, 0.8};
  EXPECT_EQ(outstanding_auc({{high, 3}, {low, 2}, {low, 0}}), 1);
  EXPECT_EQ(outstanding_auc({{low, 3}, {high, 2}}), 0);
  EXPECT_EQ(outstanding_auc({{low, 3}, {low, 2}, {high, 3}}), 0.75);
  EXPECT_TRUE(std::isnan(outstanding_auc({{low, 2}})));
}

TEST(Reliability, CountsWhatCameInEachBin) {
  const std::vector<RatedOdds> forecasts = {{{0.5, 0.4, 0.1, 0}, 0}, {{0.5, 0.4, 0.1, 0}, 2}, {{0, 0, 0.5, 0.5}, 3}};
  const auto bins = reliability_of(forecasts, 5);
  EXPECT_EQ(bins[0].count, 2u);
  EXPECT_NEAR(bins[0].expected, 0.1, 1e-12);
  EXPECT_NEAR(bins[0].observed, 0.5, 1e-12);
  EXPECT_NEAR(bins[0].standard_error, std::sqrt(2 * 0.09) / 2, 1e-12);
  EXPECT_EQ(bins[4].count, 1u);
  EXPECT_EQ(bins[4].observed, 1);
}

TEST(Bootstrap, DrawsWholeGroupsAndTheSameTwice) {
  const std::vector<std::size_t> group = {0, 0, 1, 2};
  const auto pairs_stay = [](const std::vector<std::size_t>& rows) {
    double odd = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] == 0 && (i + 1 == rows.size() || rows[i + 1] != 1)) ++odd;
    }
    return odd;
  };
  EXPECT_EQ(bootstrap(group, pairs_stay, 1).upper, 0);
  const auto mean = [](const std::vector<std::size_t>& rows) {
    double sum = 0;
    for (const std::size_t row : rows) sum += static_cast<double>(row);
    return sum / static_cast<double>(rows.size());
  };
  const Interval once = bootstrap(group, mean, 7), twice = bootstrap(group, mean, 7);
  EXPECT_EQ(once.lower, twice.lower);
  EXPECT_LT(once.lower, once.upper);
}

}  // namespace
}  // namespace uor::fit
