#include "core/uor/run/keeping.hpp"

#include <gtest/gtest.h>

#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

tally::Block block_of(const model::Keep& keep) {
  model::Inputs inputs = test::small_inputs();
  inputs.keep = keep;
  test::OneTrust one(inputs);
  Piece piece;
  one.simulator.simulate(0, 100, piece, nullptr);
  return piece.block;
}

TEST(Keeping, MakesRoomForWhatIsKeptAlone) {
  const tally::Block nothing = block_of({});
  EXPECT_EQ(nothing.final_rating.size(), 100U);
  EXPECT_TRUE(nothing.rating.empty() && nothing.latent.empty() && nothing.metric.empty() && nothing.quantity.empty());
}

// A piece goes from run to run: more sides come after fewer, and what they keep is their own.
TEST(Keeping, LeavesNothingOfAnotherRunInABlock) {
  model::Inputs inputs = test::small_inputs();
  inputs.keep.metrics = inputs.keep.drivers = inputs.keep.latent = true;
  Piece piece;
  test::OneTrust(inputs).simulator.simulate(0, 100, piece, nullptr);
  EXPECT_FALSE(piece.block.final_metric.empty());
  test::OneTrust others({test::small_variant("up", "small.level", Operation::add, 1)});
  others.simulator.simulate(0, 100, piece, nullptr);
  EXPECT_EQ(piece.block.final_rating.size(), 200U);
  EXPECT_TRUE(piece.block.final_metric.empty() && piece.block.driver.empty() && piece.block.latent.empty());
}

TEST(Keeping, HasTheAssessmentMonthAmongAllMonths) {
  model::Keep keep;
  keep.ratings = keep.metrics = keep.metrics_by_month = true;
  const tally::Block block = block_of(keep);
  ASSERT_EQ(block.metric.size(), 12 * block.final_metric.size());
  for (std::size_t t = 0; t < 100; ++t) {
    EXPECT_EQ(block.rating[11 * 100 + t], block.final_rating[t]);
    EXPECT_EQ(block.metric[11 * 100 + t], block.final_metric[t]);
  }
}

}  // namespace
}  // namespace uor::run
