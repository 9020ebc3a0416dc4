#include "core/uor/report/thinned.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

/// Sides with these changes of the odds of good or better, of one trust.
Figures with_changes(const std::vector<double>& changes) {
  Figures figures;
  TrustFigures trust;
  for (std::size_t side = 0; side < changes.size(); ++side) {
    figures.origin.sides.push_back("s" + std::to_string(side));
    figures.origin.side_titles.push_back("Side " + std::to_string(side));
    Odds odds;
    odds.good_or_better_change.value = changes[side];
    trust.odds.push_back(odds);
    if (side > 0) trust.changes.emplace_back();
    if (side > 0) trust.changes.back().trials = side;
  }
  trust.metrics.emplace_back();
  for (std::size_t side = 0; side < changes.size(); ++side) {
    trust.metrics[0].forecast_change.push_back(static_cast<double>(side));
    trust.metrics[0].line.sides.emplace_back();
  }
  figures.trusts.push_back(trust);
  return figures;
}

using Sides = std::vector<std::size_t>;

TEST(Thinned, FewSidesAreAllKept) { EXPECT_EQ(standing_for_all(with_changes({0, -1, 1}), 3), (Sides{0, 1, 2})); }

TEST(Thinned, TheBaselineTheLastAndBothExtremesAreKept) {
  EXPECT_EQ(standing_for_all(with_changes({0, 0.1, -3, 0.2, 5, 0.3}), 4), (Sides{0, 2, 4, 5}));
}

TEST(Thinned, TheOthersAreSpreadEvenlyByWhatTheyMove) {
  EXPECT_EQ(standing_for_all(with_changes({0, -1, -2, -3, -4, -5, -6, -7, -8, -9}), 4), (Sides{0, 1, 5, 9}));
}

TEST(Thinned, EveryNumberOfSidesIsMet) {
  const Figures figures = with_changes({0, 3, 3, 3, 1, -1, -1, 0, 0, 0, 0, 2});
  for (std::size_t most = 2; most <= 12; ++most) {
    const Sides sides = standing_for_all(figures, most);
    EXPECT_EQ(sides.size(), most);
    EXPECT_EQ(sides.front(), 0U);
    EXPECT_EQ(sides.back(), 11U);
  }
}

TEST(Thinned, WhatIsByASideFollowsIt) {
  const Figures figures = thinned(with_changes({0, 0.1, -3, 0.2}), {0, 2, 3});
  EXPECT_EQ(figures.origin.sides, (std::vector<std::string>{"s0", "s2", "s3"}));
  ASSERT_EQ(figures.trusts[0].odds.size(), 3U);
  EXPECT_DOUBLE_EQ(figures.trusts[0].odds[1].good_or_better_change.value, -3);
  ASSERT_EQ(figures.trusts[0].changes.size(), 2U);
  EXPECT_EQ(figures.trusts[0].changes[0].trials, 2U);
  EXPECT_EQ(figures.trusts[0].metrics[0].forecast_change, (std::vector<std::optional<double>>{0, 2, 3}));
  EXPECT_EQ(figures.trusts[0].metrics[0].line.sides.size(), 3U);
}

}  // namespace
}  // namespace uor::report
