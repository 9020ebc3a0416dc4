#include "core/uor/analyse/expected.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"

namespace uor::analyse {
namespace {

tally::SideSummary side_of(tally::Counts4 rating) {
  tally::SideSummary side;
  side.rating = rating;
  return side;
}

constexpr std::array<double, 3> cuts = {1.7, 2.3, 3.0};

TEST(Expected, RatingIsTheMeanOfTheGradesWithTheErrorOfAMean) {
  const Estimate rating = expected_rating(side_of({1, 2, 3, 4}));
  EXPECT_DOUBLE_EQ(rating.value, 3.0);
  EXPECT_DOUBLE_EQ(rating.standard_error,
                   std::sqrt(10.0 / 9.0 / 10.0));  // squares about 3: 4 + 2 + 0 + 4 = 10, of n - 1
}

TEST(Expected, RatingOfTrialsThatAllRequireImprovementIsTwo) {
  EXPECT_DOUBLE_EQ(expected_rating(side_of({0, 9, 0, 0})).value, 2.0);
  EXPECT_DOUBLE_EQ(expected_rating(side_of({0, 9, 0, 0})).standard_error, 0.0);
}

TEST(Expected, ChangesFollowFromTheMigration) {
  tally::SideSummary side = side_of({0, 1, 3, 0});
  side.migration[2] = {0, 1, 2, 0};  // one of three that were good now requires improvement
  side.migration[1] = {0, 0, 1, 0};
  EXPECT_DOUBLE_EQ(good_or_better_change(side, 1).value, 0.0);
  EXPECT_DOUBLE_EQ(good_or_better_change(side, 1).standard_error, std::sqrt(2.0) / 4);
  EXPECT_DOUBLE_EQ(expected_rating_change(side, 1).value, 0.0);
  EXPECT_DOUBLE_EQ(expected_rating_change(side, 1).standard_error, std::sqrt(2.0 / 3.0 / 4.0));
}

TEST(Expected, NothingChangesOnTheBaseline) {
  const tally::SideSummary side = side_of({1, 2, 3, 4});
  EXPECT_EQ(good_or_better_change(side, 0).value, 0);
  EXPECT_EQ(expected_rating_change(side, 0).standard_error, 0);
}

TEST(Expected, LatentIsSaidByTheCutThatComesNext) {
  EXPECT_EQ(latent_words(1.2, cuts), "1.20, 0.50 below requires improvement");
  EXPECT_EQ(latent_words(2.08, cuts), "2.08, 0.22 below good");
  EXPECT_EQ(latent_words(2.3, cuts), "2.30, 0.70 below outstanding");
  EXPECT_EQ(latent_words(3.4, cuts), "3.40, 0.40 above outstanding");
}

TEST(Expected, LatentWithoutCutsIsAFigureAlone) {
  const double unknown = std::nan("");
  EXPECT_EQ(latent_words(2.08, {unknown, unknown, unknown}), "2.08");
}

TEST(Expected, WhatMovedMostComesFirstAndEqualsByNameThenCode) {
  const std::vector<Ranked> trusts = {{0.1, "B", "X"}, {-0.3, "Z", "Y"}, {-0.1, "A", "Q"}, {0.1, "A", "P"}};
  EXPECT_EQ(by_size(trusts), (std::vector<std::size_t>{1, 3, 2, 0}));
  EXPECT_EQ(lowest_first(trusts), (std::vector<std::size_t>{1, 2, 3, 0}));
}

TEST(Expected, AChangeWithinTwoErrorsIsMarked) {
  EXPECT_TRUE(within_two_errors({0.2, 0.1}));
  EXPECT_FALSE(within_two_errors({-0.21, 0.1}));
  EXPECT_TRUE(within_two_errors({0, 0}));
}

TEST(ErrorFigure, IsNeverNothing) {
  EXPECT_EQ(error_figure(0.34, 1), "0.3");
  EXPECT_EQ(error_figure(0.04, 1), "<0.1");
  EXPECT_EQ(error_figure(0.0004, 3), "<0.001");
  EXPECT_EQ(error_figure(0, 1), "<0.1");
  EXPECT_EQ(error_figure(0, 1, 16384, 100), "<0.1");
  EXPECT_EQ(error_figure(0, 1, 1000, 100), "<0.1");
  EXPECT_EQ(error_figure(0, 1, 500, 100), "<0.2");
  EXPECT_EQ(error_figure(std::nan(""), 1), "?");
}

}  // namespace
}  // namespace uor::analyse
