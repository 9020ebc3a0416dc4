#include "core/uor/base/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace uor::elementary {
namespace {

constexpr double unit = std::numeric_limits<double>::epsilon();

TEST(Exp, IsWithinTwoUnitsOfTheLibrary) {
  for (double x = -700.0; x < 700.0; x += 0.37) {
    EXPECT_NEAR(exp_of(x) / std::exp(x), 1.0, 2 * unit) << x;
  }
}

TEST(Exp, IsExactAtZero) { EXPECT_EQ(exp_of(0.0), 1.0); }

TEST(Exp, OverflowsAndUnderflowsAsItMust) {
  EXPECT_EQ(exp_of(710.0), std::numeric_limits<double>::infinity());
  EXPECT_EQ(exp_of(1e300), std::numeric_limits<double>::infinity());
  EXPECT_EQ(exp_of(-746.0), 0.0);
  EXPECT_GT(exp_of(-744.0), 0.0);
  EXPECT_TRUE(std::isnan(exp_of(std::nan(""))));
}

TEST(Log, IsWithinTwoUnitsOfTheLibrary) {
  for (double x = 1e-300; x < 1e300; x *= 1.37) EXPECT_NEAR(log_of(x) / std::log(x), 1.0, 2 * unit) << x;
  for (double x = 0.5; x < 2.0; x += 0.000731) EXPECT_NEAR(log_of(x), std::log(x), 2 * unit * std::abs(std::log(x)));
}

TEST(Log, IsExactAtOne) { EXPECT_EQ(log_of(1.0), 0.0); }

TEST(UpperTail, KeepsRelativeAccuracyFarOut) {
  // P(Z > 10) and P(Z > 37) to 17 digits, from 40-digit arithmetic.
  EXPECT_NEAR(upper_tail(10.0) / 7.61985302416052607e-24, 1.0, 1e-14);
  EXPECT_NEAR(upper_tail(37.0) / 5.72557122252457682e-300, 1.0, 1e-14);
}

TEST(UpperTail, AgreesWithTheLibraryToRounding) {
  for (double x = 0.0; x < 26.0; x += 0.0137) {
    EXPECT_NEAR(upper_tail(x) / (0.5 * std::erfc(x * std::sqrt(0.5))), 1.0, 2e-15 + x * x * unit) << x;
  }
}

TEST(NormalAbove, HasTheAbsoluteAccuracyOfTheLibrary) {
  for (double z = -45.0; z < 45.0; z += 0.00713)
    EXPECT_NEAR(normal_above(z), 0.5 * std::erfc(z * std::sqrt(0.5)), 5e-16) << z;
  EXPECT_EQ(normal_above(0.0), 0.5);
  EXPECT_EQ(normal_above(-40.0), 1.0);
}

}  // namespace
}  // namespace uor::elementary
