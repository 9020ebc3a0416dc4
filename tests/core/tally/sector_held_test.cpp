#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/tally/sector.hpp"

namespace uor::tally {
namespace {

/// Two trials of one trust: its odds of better than inadequate, requires improvement and good.
Block block_of(std::size_t trust, std::vector<double> above) {
  Block block;
  block.trust = trust;
  block.count = 2;
  block.final_rating = {3, 3};
  block.above = std::move(above);
  return block;
}

SectorTally two_trusts() {
  SectorTally tally(1, 2, 2);
  tally.add(block_of(1, {1, 1, 0.5, 0.5, 0, 0}));
  tally.add(block_of(0, {1, 1, 1, 0.5, 0, 0}));
  return tally;
}

TEST(SectorHeld, IsPoissonBinomialWithinATrialAndTheMeanOfTrials) {
  const SectorHeld held = two_trusts().held().front();
  // good in the first trial: one for sure, the other by half; in the second both by half
  EXPECT_EQ(held.share[2], (std::vector<double>{0.125, 0.5, 0.375}));
  EXPECT_EQ(held.share[3], (std::vector<double>{1, 0, 0}));
}

TEST(SectorHeld, HasErrorsOfWhatTrialsComeTo) {
  const SectorTally tally = two_trusts();
  const double error = std::sqrt(0.125 / 2);  // of 1.5 and 1 trusts
  EXPECT_NEAR(tally.held().front().mean_se[2], error, 1e-6);
  EXPECT_NEAR(tally.errors().front().good_or_better, error / 2, 1e-6);
  EXPECT_EQ(tally.errors().front().good_or_better_change, 0);
}

TEST(SectorHeld, IsNothingWhereGradesAreCounted) {
  SectorTally tally(1, 2, 1);
  Block block = block_of(0, {});
  tally.add(block);
  EXPECT_TRUE(tally.held().empty());
}

TEST(CountSpread, OfProbabilitiesHasTheirMomentsAndQuantiles) {
  const CountSpread spread = spread_of(std::vector<double>{0.25, 0.5, 0.25});
  EXPECT_DOUBLE_EQ(spread.mean, 1);
  EXPECT_DOUBLE_EQ(spread.sd, std::sqrt(0.5));
  EXPECT_EQ(spread.quantiles, (std::array<double, 5>{0, 0, 1, 1, 2}));
}

}  // namespace
}  // namespace uor::tally
