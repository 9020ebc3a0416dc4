#include "core/uor/base/shared_list.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

TEST(SharedList, IsOneListInAllItsCopies) {
  const SharedList<int> list(std::vector{1, 2, 3});
  const SharedList<int> copy = list;
  EXPECT_EQ(&copy[2], &list[2]);
  const std::vector<int>& values = copy;
  EXPECT_EQ(values, (std::vector{1, 2, 3}));
}

TEST(SharedList, HoldsNothingAtFirst) {
  EXPECT_TRUE(SharedList<int>().empty());
  EXPECT_EQ(SharedList<int>().begin(), SharedList<int>().end());
}

}  // namespace
}  // namespace uor
