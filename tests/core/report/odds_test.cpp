#include "core/uor/report/odds.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::report {
namespace {

// Baseline 20 inadequate, 80 requires improvement; of these 5 rise and 15 fall.
constexpr tally::Migration moved = {{{{15, 5, 0, 0}}, {{15, 65, 0, 0}}, {{0, 0, 0, 0}}, {{0, 0, 0, 0}}}};

tally::Summary two_sides() {
  tally::Summary summary;
  summary.trials = 100;
  summary.sides.resize(2);
  summary.sides[0].rating = {20, 80, 0, 0};
  summary.sides[1].rating = {30, 70, 0, 0};
  summary.sides[1].migration = moved;
  for (tally::SideSummary& side : summary.sides) side.combined = side.quality = side.rating;
  return summary;
}

TEST(Odds, TheBaselineMovesToItselfAndDoesNotChange) {
  const model::Header header;
  const tally::Summary summary = two_sides();
  const std::vector<Odds> odds = odds_of({header, summary});
  EXPECT_EQ(odds[0].from_to[1][1], 80);
  EXPECT_EQ(odds[0].from_to[1][0], 0);
  EXPECT_DOUBLE_EQ(odds[0].change[0].value, 0);
  EXPECT_DOUBLE_EQ(odds[0].rating[0].value, 0.2);
  EXPECT_DOUBLE_EQ(odds[0].rating[0].standard_error, 0.04);
}

TEST(Odds, AScenarioCountsTrialsThatFellAndRose) {
  const model::Header header;
  const tally::Summary summary = two_sides();
  const Odds odds = odds_of({header, summary})[1];
  EXPECT_EQ(odds.trials_worse, 15);
  EXPECT_EQ(odds.trials_better, 5);
  EXPECT_EQ(odds.likeliest, 2);
  EXPECT_DOUBLE_EQ(odds.below_good.value, 1);
  EXPECT_DOUBLE_EQ(odds.change[0].value, 0.10);  // 15 come in, 5 leave, of 100
  EXPECT_DOUBLE_EQ(odds.change[0].standard_error, std::sqrt(15 + 5 - 10.0 * 10.0 / 100) / 100);
  EXPECT_EQ(odds.estimator, "counted");
}

TEST(Odds, InClosedFormAreTakenAsTheyAre) {
  const model::Header header;
  tally::Summary summary = two_sides();
  summary.sides[1].conditional.emplace().rating = {{{0.28, 0.01}, {0.71, 0.02}, {0.01, 0.001}, {0, 0}}};
  summary.sides[1].conditional->from_to[0][1] = 0.05;
  const Odds odds = odds_of({header, summary})[1];
  EXPECT_EQ(odds.estimator, "conditional");
  EXPECT_EQ(odds.rating[1].standard_error, 0.02);
  EXPECT_EQ(odds.from_to[0][1], 5);
  EXPECT_EQ(odds.trials_better, 5);
}

}  // namespace
}  // namespace uor::report
