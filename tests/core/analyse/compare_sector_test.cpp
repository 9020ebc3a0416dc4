#include "core/uor/analyse/compare_sector.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::analyse {
namespace {

using Grades = std::vector<std::uint8_t>;

// Trusts with good, by trial: before 2 1 0 1, after 2 2 1 1.
SectorComparison two_trusts() {
  SectorPairs pairs(4);
  pairs.add(Grades{3, 3, 2, 2}, Grades{3, 3, 3, 2});
  pairs.add(Grades{3, 2, 2, 3}, Grades{3, 3, 2, 3});
  return pairs.finish();
}

TEST(SectorPairs, CountTrustsTrialByTrial) {
  const SectorComparison sector = two_trusts();
  EXPECT_EQ(sector.trusts, 2U);
  EXPECT_EQ(sector.trials, 4U);
  const CountChange& good = sector.ratings[2];
  EXPECT_DOUBLE_EQ(good.trusts.from, 1.0);
  EXPECT_DOUBLE_EQ(good.trusts.to, 1.5);
  EXPECT_DOUBLE_EQ(good.trusts.change, 0.5);
}

TEST(SectorPairs, HavePairedErrorsOfTheCounts) {
  const CountChange good = two_trusts().ratings[2];
  EXPECT_EQ(good.trusts.basis, Basis::paired);
  EXPECT_NEAR(good.trusts.standard_error, std::sqrt(1.0 / 3 / 4), 1e-12);  // differences 0 1 1 0
  const double before = 2.0 / 3, after = 1.0 / 3;                          // variances of 2 1 0 1 and 2 2 1 1
  EXPECT_NEAR(good.independent_error, std::sqrt((before + after) / 4), 1e-12);
}

TEST(SectorPairs, AddUpTrialsFromRatingToRating) {
  const tally::Migration expected = {{{0, 0, 0, 0}, {0, 2, 2, 0}, {0, 0, 4, 0}, {0, 0, 0, 0}}};
  EXPECT_EQ(two_trusts().pairs, expected);
}

TEST(SectorPairs, CountsOfAllRatingsAddUpToTheTrusts) {
  double before = 0, after = 0, change = 0;
  for (const CountChange& rating : two_trusts().ratings) {
    before += rating.trusts.from;
    after += rating.trusts.to;
    change += rating.trusts.change;
  }
  EXPECT_DOUBLE_EQ(before, 2);
  EXPECT_DOUBLE_EQ(after, 2);
  EXPECT_DOUBLE_EQ(change, 0);
}

}  // namespace
}  // namespace uor::analyse
