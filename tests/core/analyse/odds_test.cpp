#include "core/uor/analyse/odds.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/uor/analyse/expected.hpp"

namespace uor::analyse {
namespace {

tally::SideSummary counted_side() {
  tally::SideSummary side;
  side.rating = side.combined = {10, 60, 20, 10};
  side.migration = {{{10, 0, 0, 0}, {0, 55, 5, 0}, {0, 5, 15, 0}, {0, 0, 0, 10}}};
  side.rating_by_month = {{100, 0, 0, 0}, {10, 60, 20, 10}};
  return side;
}

tally::SideSummary conditional_side() {
  tally::SideSummary side = counted_side();
  tally::ConditionalOdds& odds = side.conditional.emplace();
  odds.rating = {{{0.1, 0.001}, {0.58, 0.002}, {0.2, 0.003}, {0.12, 0.004}}};
  odds.change[2] = {0.01, 0.0005};
  odds.good_or_better = {0.32, 0.0021};
  odds.expected_rating = {2.34, 0.01};
  odds.from_to[1] = {0.01, 0.5, 0.07, 0.02};
  odds.by_month.resize(2);
  return side;
}

TEST(Odds, AreThoseInClosedFormWhereARunHasThem) {
  const tally::SideSummary side = conditional_side();
  EXPECT_EQ(std::string(estimator_of(side)), "conditional");
  EXPECT_EQ(rating_odds(side)[1].value, 0.58);
  EXPECT_EQ(odds_change(side, 1)[2].standard_error, 0.0005);
  EXPECT_EQ(good_or_better(side).standard_error, 0.0021);
  EXPECT_EQ(expected_rating(side).value, 2.34);
  EXPECT_EQ(odds_by_month(side).size(), 2u);
  EXPECT_DOUBLE_EQ(from_to(side, 1, 200)[1][2], 14);
}

TEST(Odds, AreSharesOfGradesWhereARunCounts) {
  const tally::SideSummary side = counted_side();
  EXPECT_EQ(std::string(estimator_of(side)), "counted");
  EXPECT_EQ(rating_odds(side)[1].value, 0.6);
  EXPECT_EQ(odds_by_month(side)[0][0].value, 1);
  EXPECT_EQ(from_to(side, 1, 100)[1][2], 5);
  EXPECT_EQ(from_to(side, 0, 100)[1][1], 60);  // the baseline stays where it is
  EXPECT_EQ(odds_change(side, 1)[2].value, 0);
}

TEST(Odds, OfCombinedRatingsAreCountedUnlessAllQualityIsGiven) {
  tally::SideSummary side = conditional_side();
  EXPECT_EQ(std::string(combined_estimator_of(side)), "counted");
  EXPECT_EQ(combined_odds(side)[1].value, 0.6);
  side.conditional->combined.emplace()[1].value = 0.61;
  EXPECT_EQ(std::string(combined_estimator_of(side)), "conditional");
  EXPECT_EQ(combined_odds(side)[1].value, 0.61);
}

TEST(ExpectedMoves, AreAboveAndBelowTheDiagonal) {
  const ExpectedMoves moves = expected_moves(as_from_to(counted_side().migration));
  EXPECT_EQ(moves.better, 5);
  EXPECT_EQ(moves.worse, 5);
}

TEST(Likeliest, IsTheFirstOfTheGreatest) {
  EXPECT_EQ(likeliest(rating_odds(conditional_side())), 2);
  EXPECT_EQ(likeliest(Odds4{}), 1);
}

}  // namespace
}  // namespace uor::analyse
