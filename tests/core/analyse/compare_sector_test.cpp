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

TEST(SectorPairs, GiveExpectedTrustsFromRatingToRating) {
  const FromTo expected = {{{0, 0, 0, 0}, {0, 0.5, 0.5, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}}};
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

/// Two trusts, in closed form: the side has a quarter of a trust more that is good.
tally::Sector sector_of(bool in_closed_form) {
  tally::Sector sector;
  sector.trusts = 2;
  sector.trials = 4;
  sector.sides.resize(2);
  sector.sides[0].mean = {0, 1, 1, 0};
  sector.sides[1].mean = {0, 0.75, 1.25, 0};
  for (tally::SectorSide& side : sector.sides) {
    side.mean_se.fill(0.01);
    side.error = {0.005, 0.001, 0.006, 0.002};
    side.in_closed_form = in_closed_form;
  }
  sector.sides[1].from_to[1] = {0, 0.75, 0.25, 0};
  sector.sides[1].from_to[2] = {0, 0, 1, 0};
  return sector;
}

TEST(SectorInClosedForm, HasThePairedErrorsOfTheRunAgainstItsBaseline) {
  const tally::Sector run = sector_of(true);
  const SectorComparison sector = in_closed_form(two_trusts(), run, 0, run, 1, true);
  EXPECT_STREQ(sector.estimator, "conditional");
  EXPECT_DOUBLE_EQ(sector.ratings[2].trusts.change, 0.25);
  EXPECT_DOUBLE_EQ(sector.good_or_better.change, 0.125);
  EXPECT_DOUBLE_EQ(sector.good_or_better.standard_error, 0.001);
  EXPECT_EQ(sector.good_or_better.basis, Basis::paired);
  EXPECT_EQ(sector.pairs, run.sides[1].from_to);
}

TEST(SectorInClosedForm, BoundsWhatIsNotKnownInPairs) {
  const tally::Sector run = sector_of(true);
  const SectorComparison sector = in_closed_form(two_trusts(), run, 0, run, 1, false);
  EXPECT_EQ(sector.good_or_better.basis, Basis::bound);
  EXPECT_DOUBLE_EQ(sector.good_or_better.standard_error, 0.01);
  EXPECT_NEAR(sector.pairs[1][1] + sector.pairs[1][2], 1, 1e-9);
  EXPECT_NEAR(sector.pairs[1][2] + sector.pairs[2][2], 1.25, 1e-9);
}

TEST(SectorInClosedForm, IsWhatWasCountedWhereARunCounts) {
  const tally::Sector run = sector_of(false);
  EXPECT_STREQ(in_closed_form(two_trusts(), run, 0, run, 1, true).estimator, "counted");
}

}  // namespace
}  // namespace uor::analyse
