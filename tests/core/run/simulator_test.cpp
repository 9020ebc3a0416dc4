#include "core/uor/run/simulator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/run/kept_run.hpp"
#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

using testing::HasSubstr;

TEST(Simulator, GivesTheSameTrialsWhereverAPieceBegins) {
  model::Inputs inputs = test::small_inputs();
  inputs.keep.latent = inputs.keep.metrics = true;
  test::OneTrust small(inputs);
  Piece whole, part;
  small.simulator.simulate(0, 300, whole, nullptr);
  small.simulator.simulate(256, 44, part, nullptr);
  ASSERT_EQ(part.block.latent.size(), 44u);
  for (std::size_t t = 0; t < 44; ++t) {
    EXPECT_EQ(part.block.latent[t], whole.block.latent[256 + t]);
    EXPECT_EQ(part.block.final_metric[t], whole.block.final_metric[256 + t]);
    EXPECT_EQ(part.block.final_rating[t], whole.block.final_rating[256 + t]);
  }
}

TEST(Simulator, AddsUpWhatTheBlockHolds) {
  model::Inputs inputs = test::small_inputs();
  inputs.keep.metrics = true;
  test::OneTrust small(inputs);
  Piece piece;
  small.simulator.simulate(0, 200, piece, nullptr);
  double sum = 0;
  tally::Counts4 rating{};
  for (std::size_t t = 0; t < 200; ++t) sum += piece.block.final_metric[t];
  for (const std::uint8_t grade : piece.block.final_rating) ++rating[grade - 1u];
  EXPECT_NEAR(piece.tally.sums.leaf(0, 11).value, sum, 1e-9);
  EXPECT_EQ(piece.tally.counts[0].rating, rating);
}

TEST(Simulator, PlacesBinsAroundTheMedianOfThePilot) {
  test::OneTrust small({test::small_variant("up", "small.level", Operation::add, 30)});
  const std::vector<tally::Scale> scales = small.simulator.pilot(256);
  const std::size_t items = small.plan.summarised.size() * 12;
  ASSERT_EQ(scales.size(), 2 * items);
  EXPECT_NEAR(scales[11].center, 50, 4 * 1.25 * 10 / 16.0);
  EXPECT_NEAR(scales[items + 11].center, 80, 4 * 1.25 * 10 / 11.0);
  EXPECT_TRUE(scales[6 * 12].atom);  // spend is one number
}

TEST(Simulator, CountsWhatIsImplausibleAtTheBaseline) {
  test::OneTrust small;
  Piece piece;
  small.simulator.simulate(0, 64, piece, nullptr);
  EXPECT_EQ(piece.tally.implausible[small.quantity("metric.load")], 0u);
  // Spend of 2400 in March lies inside what is likely; 12 months of spend before April do too.
  EXPECT_EQ(piece.tally.implausible[small.quantity("small.spend")], 0u);
}

TEST(Simulator, NamesTrialMonthAndScenarioOfAnImpossibleValue) {
  const test::BrokenPlugin broken;
  model::Inputs inputs = test::small_inputs();
  inputs.catalogue = broken.catalogue();
  test::OneTrust small(inputs);
  Piece piece;
  small.simulator.simulate(0, 256, piece, nullptr);  // the trial is not among them
  EXPECT_THAT(test::message_of([&] { small.simulator.simulate(256, 64, piece, nullptr); }),
              HasSubstr("'metric.load' is not a number for trust A, scenario 'baseline', month 3, trial 300"));
}

}  // namespace
}  // namespace uor::run
