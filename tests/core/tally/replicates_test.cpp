#include "core/uor/tally/replicates.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace uor::tally {
namespace {

TEST(ReplicateError, IsTheSdOverTheRootOfTheirNumber) {
  const std::vector<double> estimates = {0.2, 0.4, 0.3, 0.3};  // mean 0.3, squares 0.02, sd sqrt(0.02 / 3)
  EXPECT_NEAR(replicate_error(estimates), std::sqrt(0.02 / 3 / 4), 1e-15);
}

TEST(ReplicateError, IsZeroWhereNoneDiffers) { EXPECT_EQ(replicate_error(std::vector<double>{0.25, 0.25, 0.25}), 0.0); }

TEST(ReplicateOf, GivesBlocksToReplicatesInTurn) {
  EXPECT_EQ(replicate_of(0), 0u);
  EXPECT_EQ(replicate_of(4095), 0u);
  EXPECT_EQ(replicate_of(4096), 1u);
  EXPECT_EQ(replicate_of(15 * 4096), 15u);
  EXPECT_EQ(replicate_of(16 * 4096 + 1), 0u);
}

TEST(NearestWhole, IsTheNearestMultipleAndAtLeastOne) {
  EXPECT_EQ(nearest_whole(1), 65536u);
  EXPECT_EQ(nearest_whole(98303), 65536u);
  EXPECT_EQ(nearest_whole(98304), 131072u);
  EXPECT_EQ(nearest_whole(1'000'000), 983040u);
}

}  // namespace
}  // namespace uor::tally
