// core/uor/base/decimals.cpp
#include "core/uor/base/decimals.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

TEST(Decimals, WhatRoundsToNoughtHasNoMinus) {
  for (const double value : {0.0, -0.0, -1e-300, -0.004, 0.004}) {
    EXPECT_EQ(decimals(value, 2), "0.00") << value;
    EXPECT_EQ(signed_decimals(value, 2), "+0.00") << value;
  }
  EXPECT_EQ(decimals(-0.5, 0), "0");  // halves go to the even digit
  EXPECT_EQ(signed_decimals(-0.5, 0), "+0");
}

TEST(Decimals, KeepSignAndPlaces) {
  EXPECT_EQ(decimals(-1.249, 2), "-1.25");
  EXPECT_EQ(decimals(1.249, 1), "1.2");
  EXPECT_EQ(signed_decimals(1.249, 2), "+1.25");
  EXPECT_EQ(signed_decimals(-10.04, 1), "-10.0");
}

}  // namespace
}  // namespace uor
