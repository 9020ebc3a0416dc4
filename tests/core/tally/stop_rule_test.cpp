#include "core/uor/tally/stop_rule.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::tally {
namespace {

TEST(WilsonError, IsHalfThePublishedIntervalOver196) {
  // 81 of 263: 0.2553 to 0.3662 (Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
  // Medicine 17, 1998, table I, score method).
  EXPECT_NEAR(wilson_error(81, 263), (0.3662 - 0.2553) / (2 * 1.96), 3e-5);
}

TEST(WilsonError, IsCloseToThatOfAShareWhereBothOutcomesAreFrequent) {
  EXPECT_NEAR(wilson_error(30'000, 100'000), std::sqrt(0.3 * 0.7 / 100'000), 1e-7);
}

TEST(WilsonError, OfWhatNeverHappenedIsAboveZero) {
  EXPECT_NEAR(wilson_error(0, 16384), 1.96 / (2 * (16384 + 1.96 * 1.96)), 1e-15);
  EXPECT_DOUBLE_EQ(wilson_error(0, 16384), wilson_error(16384, 16384));
}

TEST(WilsonError, OfNoneReachesAsFarAsItsWidth) {
  EXPECT_NEAR(wilson_most_of_none(16384), 2 * 1.96 * wilson_error(0, 16384), 1e-15);
  EXPECT_NEAR(wilson_most_of_none(10), 0.2775, 1e-4);  // 0 of 10, Wilson's interval: 0 to 27.75 %
}

TEST(WorstError, OfTheSameTrialsIsTheirError) { EXPECT_EQ(worst_error(81, 263, 263), wilson_error(81, 263)); }

TEST(WorstError, BoundsEveryCountThatLaterTrialsCanGive) {
  for (const std::uint64_t count : {0u, 3u, 5u, 10u}) {
    double largest = 0;
    for (std::uint64_t more = 0; more <= 6; ++more) {
      largest = std::max(largest, wilson_error(static_cast<double>(count + more), 16));
    }
    EXPECT_DOUBLE_EQ(worst_error(count, 10, 16), largest);
  }
}

Summary summary_of(std::size_t trust, std::uint64_t trials, const std::vector<Counts4>& sides) {
  Summary summary;
  summary.trust = trust;
  summary.trials = trials;
  for (const Counts4& counts : sides) summary.sides.emplace_back().rating = counts;
  return summary;
}

TEST(WorstError, OfOddsIsTheirErrorAndLaterTheLargestThatCertainTrialsCanMake) {
  const OddsSums sums{3.0, 1.5};  // of 10 odds
  EXPECT_DOUBLE_EQ(worst_error(sums, 10, 10), std::sqrt((1.5 - 0.9) / 9 / 10));
  double largest = 0;
  for (int certain = 0; certain <= 4; ++certain) {
    const double value = 3.0 + certain, square = 1.5 + certain;
    largest = std::max(largest, std::sqrt((square - value * value / 14) / 13 / 14));
  }
  EXPECT_DOUBLE_EQ(worst_error(sums, 10, 14), largest);
}

TEST(LargestError, OfOddsInClosedFormIsTheirOwn) {
  std::vector<Summary> summaries(1);
  summaries[0].trials = 1000;
  summaries[0].sides.resize(1);
  summaries[0].sides[0].rating = {500, 500, 0, 0};
  summaries[0].sides[0].conditional.emplace().rating[3].standard_error = 0.002;
  EXPECT_EQ(largest_error(summaries).error, 0.002);
  EXPECT_EQ(largest_error(summaries).rating, 3u);
}

TEST(LargestError, IsThatOfTheShareNearestAHalfOverTrustsAndSides) {
  const std::vector<Summary> summaries = {summary_of(0, 1000, {{100, 200, 700, 0}, {100, 250, 650, 0}}),
                                          summary_of(1, 1000, {{0, 0, 900, 100}, {0, 480, 300, 220}})};
  const LargestError largest = largest_error(summaries);
  EXPECT_EQ(largest.summary, 1u);
  EXPECT_EQ(largest.side, 1u);
  EXPECT_EQ(largest.rating, 1u);
  EXPECT_DOUBLE_EQ(largest.error, wilson_error(480, 1000));
}

TEST(TrialsFor, GrowWithTheSquareOfTheErrorInWholeLooks) {
  EXPECT_EQ(trials_for(0.004, 16384, 0.002), 16 * look_trials);
  EXPECT_EQ(trials_for(0.0041, 16384, 0.002), 17 * look_trials);
}

TEST(LastLook, IsAWholeNumberOfLooksWithinTheLimit) {
  EXPECT_EQ(last_look(100'000), 24 * look_trials);
  EXPECT_EQ(last_look(look_trials - 1), 0u);
}

}  // namespace
}  // namespace uor::tally
