#include "core/uor/analyse/year_change.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

using Direction = YearChange::Direction;

policy::Metric metric_of(int polarity, bool money) {
  policy::Metric metric;
  metric.id = "x";
  metric.polarity = polarity;
  metric.money = money;
  metric.lower = 100;
  metric.upper = 120;
  return metric;
}

policy::Policy policy_with(double prices) {
  policy::Policy policy;
  policy.steady_share = 0.1;  // of 10
  policy.last_year_prices = prices;
  return policy;
}

TEST(YearChange, GoesTheWayThatIsBetter) {
  const policy::Policy policy = policy_with(1.02);
  EXPECT_EQ(year_change(metric_of(-1, false), 100.0, 105.0, policy).direction, Direction::improved);
  EXPECT_EQ(year_change(metric_of(-1, false), 105.0, 100.0, policy).direction, Direction::deteriorated);
  EXPECT_EQ(year_change(metric_of(1, false), 105.0, 100.0, policy).direction, Direction::improved);
  EXPECT_EQ(year_change(metric_of(1, false), 100.0, 105.0, policy).direction, Direction::deteriorated);
}

TEST(YearChange, BelowATenthOfHalfTheRangeItIsSteady) {
  const policy::Policy policy = policy_with(1.0);
  EXPECT_EQ(year_change(metric_of(-1, false), 100.9, 100.0, policy).direction, Direction::steady);
  EXPECT_EQ(year_change(metric_of(-1, false), 101.1, 100.0, policy).direction, Direction::deteriorated);
}

TEST(YearChange, MoneyThatRisesWithPricesIsSteady) {
  const policy::Policy policy = policy_with(1.02);
  EXPECT_EQ(year_change(metric_of(-1, true), 102.0, 100.0, policy).direction, Direction::steady);
  EXPECT_EQ(year_change(metric_of(-1, true), 100.0, 100.0, policy).direction, Direction::improved);
  EXPECT_EQ(year_change(metric_of(-1, false), 102.0, 100.0, policy).direction, Direction::deteriorated);
}

TEST(YearChange, IsNotKnownWithoutBothFigures) {
  const policy::Policy policy = policy_with(1.0);
  const auto nothing = std::nullopt;
  EXPECT_EQ(year_change(metric_of(-1, false), 100.0, nothing, policy).direction, Direction::not_known);
  EXPECT_EQ(year_change(metric_of(-1, false), nothing, 100.0, policy).direction, Direction::not_known);
  EXPECT_EQ(in_words(year_change(metric_of(-1, false), 100.0, nothing, policy)), "not known (no figure of a year ago)");
}

TEST(YearChange, IsSaidWithBothFigures) {
  const policy::Policy policy = policy_with(1.0);
  policy::Metric dna = metric_of(-1, false);
  dna.lower = 6.1;
  dna.upper = 8.4;
  EXPECT_EQ(in_words(year_change(dna, 7.0, 9.5, policy)), "improved from 9.5 to 7.0");
  EXPECT_EQ(in_words(year_change(dna, 7.5, 6.0, policy)), "deteriorated from 6.0 to 7.5");
  EXPECT_EQ(in_words(year_change(dna, 7.2, 7.2, policy)), "steady from 7.2 to 7.2");
}

TEST(YearChange, IsSaidInFiguresOfOneKind) {
  const policy::Policy policy = policy_with(1.021);
  EXPECT_EQ(in_words(year_change(metric_of(-1, true), 2310.0, 2190.0, policy)),
            "deteriorated from 2,190 (2,236 at the prices of now) to 2,310");
  EXPECT_EQ(in_words(year_change(metric_of(-1, true), 1.95, 1.92, policy)).substr(0, 50),
            "steady from 1.92 (1.96 at the prices of now) to 1.");
}

}  // namespace
}  // namespace uor::analyse
