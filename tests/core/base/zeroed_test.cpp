#include "core/uor/base/zeroed.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace uor {
namespace {

/// Small arrays and those with pages of their own.
class ZeroedOfSize : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(SmallAndLarge, ZeroedOfSize, testing::Values(3, 1'000'003));

TEST_P(ZeroedOfSize, BeginsAtZeroAndAligned) {
  const Zeroed<double> array(GetParam());
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(array.data()) % 64, 0U);
  EXPECT_EQ(std::count(array.data(), array.data() + array.size(), 0.0), static_cast<std::ptrdiff_t>(GetParam()));
}

TEST_P(ZeroedOfSize, StartsAgainAtZero) {
  Zeroed<std::uint16_t> array(GetParam());
  for (const std::size_t size : {GetParam(), GetParam() + 1}) {
    array[GetParam() - 1] = 7;
    array.start(size);
    EXPECT_EQ(array.size(), size);
    EXPECT_EQ(array[GetParam() - 1], 0);
  }
}

TEST_P(ZeroedOfSize, IsCopiedWithWhatItHolds) {
  Zeroed<std::uint16_t> array(GetParam());
  array[2] = 5;
  Zeroed<std::uint16_t> copy = array;
  copy[2] += 1;
  array = std::move(copy);
  EXPECT_EQ(array[2], 6);
}

TEST(Zeroed, MayHoldNothing) {
  Zeroed<double> nothing;
  nothing.start(0);
  const Zeroed<double> copy = nothing;
  EXPECT_TRUE(copy.empty());
}

}  // namespace
}  // namespace uor
