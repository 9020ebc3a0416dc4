// Which of the loops of core/uor/tally/kernels.cpp core/uor/tally/dispatch.cpp chooses.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/uor/base/isa_level.hpp"
#include "core/uor/tally/kernels.hpp"

namespace uor::tally {
namespace {

TEST(Dispatch, OffersEveryLevelThatTheProcessorHasLowestFirst) {
  const auto offered = available_kernels();
  ASSERT_FALSE(offered.empty());
  EXPECT_EQ(offered[0]->level, 2);
  for (std::size_t i = 1; i < offered.size(); ++i) EXPECT_EQ(offered[i]->level, offered[i - 1]->level + 1);
  EXPECT_LE(offered.back()->level, std::max(2, processor_isa_level()));
}

TEST(Dispatch, ChoosesTheLevelThatIsWanted) {
  EXPECT_EQ(kernels().level, std::min(wanted_isa_level(), available_kernels().back()->level));
  EXPECT_EQ(&kernels(), &kernels());
}

}  // namespace
}  // namespace uor::tally
