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
  EXPECT_EQ(replicate_of(255), 0u);
  EXPECT_EQ(replicate_of(256), 1u);
  EXPECT_EQ(replicate_of(15 * 256), 15u);
  EXPECT_EQ(replicate_of(16 * 256 + 1), 0u);
}

TEST(NearestWhole, IsTheNearestMultipleAndAtLeastOne) {
  EXPECT_EQ(nearest_whole(1), 4096u);
  EXPECT_EQ(nearest_whole(98303), 98304u);
  EXPECT_EQ(nearest_whole(100351), 98304u);
  EXPECT_EQ(nearest_whole(1'000'000), 999424u);
}

}  // namespace
}  // namespace uor::tally
