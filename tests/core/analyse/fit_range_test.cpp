#include "core/uor/analyse/fit_range.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

/// Draw d of 101 has odds of good or better of first + d / 1000.
tally::SideSummary drawn_side(double first) {
  tally::SideSummary side;
  tally::ConditionalOdds& odds = side.conditional.emplace();
  for (int draw = 0; draw <= 100; ++draw) odds.fit_draws.push_back({0.9, first + draw / 1000.0, 0.05});
  return side;
}

TEST(FitRange, IsFromTheTwentiethToTheNineteenTwentiethsOfTheDraws) {
  const auto range = fit_range(drawn_side(0.3));
  ASSERT_TRUE(range);
  EXPECT_NEAR(range->good_or_better.low, 0.305, 1e-12);
  EXPECT_NEAR(range->good_or_better.high, 0.395, 1e-12);
  EXPECT_NEAR(range->rating[0].low, 0.1, 1e-12);
  EXPECT_NEAR(range->rating[1].low, 0.505, 1e-12);  // 0.9 - above requires improvement
  EXPECT_NEAR(range->rating[2].high, 0.345, 1e-12);
  EXPECT_NEAR(range->rating[3].high, 0.05, 1e-12);
}

TEST(FitRange, OfAChangeIsNarrowWhereBothSidesMoveTogether) {
  const auto change = fit_range_of_change(drawn_side(0.3), drawn_side(0.32));
  ASSERT_TRUE(change);
  EXPECT_NEAR(change->low, 0.02, 1e-12);
  EXPECT_NEAR(change->high, 0.02, 1e-12);
}

TEST(FitRange, OfAllTrustsTakesThemUnderOneDraw) {
  std::vector<tally::Summary> all(2);
  all[0].sides = {drawn_side(0.2), drawn_side(0.3)};
  all[1].sides = {drawn_side(0.4), drawn_side(0.4)};
  EXPECT_NEAR(fit_range_of_all(all, 0)->low, 0.305, 1e-12);
  EXPECT_NEAR(fit_range_of_all_changes(all, 1)->high, 0.05, 1e-12);
}

TEST(FitRange, IsNoneWhereGradesWereCounted) {
  EXPECT_FALSE(fit_range(tally::SideSummary{}));
  EXPECT_FALSE(fit_range_of_change(tally::SideSummary{}, drawn_side(0.1)));
}

TEST(FitRange, IsReadInPercentAndPoints) {
  EXPECT_EQ(percent_range({0.104, 0.258}), "10 to 26");
  EXPECT_EQ(percent_range({0.0012, 0.0161}), "0.1 to 1.6");
  EXPECT_EQ(points_range({-0.0312, 0.02}), "-3.1 to +2.0");
}

}  // namespace
}  // namespace uor::analyse
