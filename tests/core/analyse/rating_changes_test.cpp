#include "core/uor/analyse/rating_changes.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::analyse {
namespace {

constexpr tally::Migration counted = {{{100, 0, 0, 0}, {0, 500, 100, 0}, {0, 0, 300, 0}, {0, 0, 0, 0}}};

/// A baseline and two sides of 1,000 trials in closed form.
tally::Summary conditional_run() {
  tally::Summary run;
  run.trials = 1000;
  run.sides.resize(3);
  const auto fill = [&](std::size_t side, double good) {
    tally::ConditionalOdds& odds = run.sides[side].conditional.emplace();
    odds.rating = {{{0.1, 0.002}, {0.6 - good, 0.003}, {0.3 + good, 0.003}, {0, 0}}};
    odds.change = {{{0, 0.0001}, {-good, 0.0004}, {good, 0.0004}, {0, 0}}};
    odds.good_or_better = {0.3 + good, 0.003};
    odds.good_or_better_change = {good, 0.0004};
    odds.expected_rating = {2.2 + good, 0.004};
    odds.expected_rating_change = {good, 0.0005};
    odds.from_to[0][0] = 0.1;
    odds.from_to[1][1] = 0.6 - good;
    odds.from_to[1][2] = good;
    odds.from_to[2][2] = 0.3;
  };
  fill(0, 0);
  fill(1, 0.1);
  fill(2, 0.15);
  return run;
}

TEST(RatingChanges, AgainstTheBaselineAreThoseOfTheRun) {
  const tally::Summary run = conditional_run();
  const RatingChanges changes = rating_changes({run, 0}, {run, 1}, true, counted);
  EXPECT_STREQ(changes.estimator, "conditional");
  EXPECT_NEAR(changes.of[2].change, 0.1, 1e-15);
  EXPECT_EQ(changes.of[2].standard_error, 0.0004);
  EXPECT_EQ(changes.good_or_better.basis, Basis::paired);
  EXPECT_NEAR(changes.pairs[1][2], 100, 1e-9);
  const RatingChanges back = rating_changes({run, 1}, {run, 0}, true, counted);
  EXPECT_NEAR(back.good_or_better.change, -0.1, 1e-15);
  EXPECT_NEAR(back.pairs[2][1], 100, 1e-9);
}

TEST(RatingChanges, BetweenTwoSidesAreBounded) {
  const tally::Summary run = conditional_run();
  const RatingChanges changes = rating_changes({run, 1}, {run, 2}, true, counted);
  EXPECT_NEAR(changes.good_or_better.change, 0.05, 1e-15);
  EXPECT_DOUBLE_EQ(changes.good_or_better.standard_error, 0.0008);
  EXPECT_EQ(changes.good_or_better.basis, Basis::bound);
  EXPECT_NEAR(changes.pairs[1][0] + changes.pairs[1][1] + changes.pairs[1][2], 500, 1e-9);  // the first side's odds
  EXPECT_NEAR(changes.pairs[0][2] + changes.pairs[1][2] + changes.pairs[2][2], 450, 1e-9);
  EXPECT_EQ(rating_changes({run, 1}, {run, 1}, true, counted).good_or_better.standard_error, 0);
}

TEST(RatingChanges, OfOtherBaselinesVaryNoMoreThanCountsOrBothErrors) {
  const tally::Summary one = conditional_run(), other = conditional_run();
  const RatingChanges changes = rating_changes({one, 1}, {other, 2}, false, counted);
  EXPECT_DOUBLE_EQ(changes.good_or_better.standard_error, 0.006);
  EXPECT_EQ(changes.good_or_better.basis, Basis::bound);
}

TEST(RatingChanges, AreCountedWhereARunCounts) {
  tally::Summary run = conditional_run();
  run.sides[1].conditional.reset();
  const RatingChanges changes = rating_changes({run, 0}, {run, 1}, true, counted);
  EXPECT_STREQ(changes.estimator, "counted");
  EXPECT_DOUBLE_EQ(changes.good_or_better.change, 0.1);
  EXPECT_NEAR(changes.good_or_better.standard_error, std::sqrt((0.1 - 0.01) / 1000), 1e-12);
  EXPECT_EQ(changes.pairs[1][2], 100);
}

TEST(RatingChanges, OfRunsThatPairNothingAreIndependent) {
  const RatingChanges changes = unpaired_changes({100, 600, 300, 0}, {50, 650, 250, 50});
  EXPECT_FALSE(changes.paired);
  EXPECT_EQ(changes.good_or_better.basis, Basis::independent);
  EXPECT_DOUBLE_EQ(changes.good_or_better.change, 0.0);
  EXPECT_NEAR(changes.mean_rating.change, 0.1, 1e-12);
}

TEST(FittedToMargins, KeepsRowsAndColumnsAndThePattern) {
  const FromTo pairs = fitted_to_margins(as_from_to(counted), {90, 620, 290, 0}, {90, 510, 400, 0});
  for (std::size_t grade = 0; grade < 4; ++grade) {
    double row = 0, column = 0;
    for (std::size_t other = 0; other < 4; ++other) row += pairs[grade][other], column += pairs[other][grade];
    EXPECT_NEAR(row, (Shares4{90, 620, 290, 0}[grade]), 1e-9);
    EXPECT_NEAR(column, (Shares4{90, 510, 400, 0}[grade]), 1e-9);
  }
  EXPECT_LT(pairs[0][2], 0.01);
}

}  // namespace
}  // namespace uor::analyse
