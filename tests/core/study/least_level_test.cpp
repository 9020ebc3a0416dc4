#include "core/uor/study/least_level.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::study {
namespace {

TEST(LeastLevel, IsFoundOnEitherSideOfToday) {
  const LeastLevel up = least_level([](double x) { return x; }, 0, 10, 3.3);
  ASSERT_TRUE(up.needed);
  EXPECT_NEAR(*up.needed, 3.3, 10.0 / 256);
  EXPECT_GE(*up.needed, 3.3);
  const LeastLevel down = least_level([](double x) { return -x; }, 5, -5, 2);
  ASSERT_TRUE(down.needed);
  EXPECT_NEAR(*down.needed, -2, 10.0 / 256);
  EXPECT_LE(*down.needed, -2);
}

TEST(LeastLevel, IsTodaysWhereThatServes) {
  const LeastLevel found = least_level([](double x) { return 1 + x; }, 0, 1, 0.5);
  EXPECT_EQ(found.needed, 0);
  EXPECT_EQ(found.evaluations, 1u);
}

TEST(LeastLevel, SaysHowFarTheRangeComes) {
  const LeastLevel found = least_level([](double x) { return x * (2 - x); }, 0, 2, 1.5);
  EXPECT_FALSE(found.needed);
  EXPECT_DOUBLE_EQ(found.best_level, 1);
  EXPECT_DOUBLE_EQ(found.best_value, 1);
}

TEST(LeastLevel, ReachesInTheMiddleOfARange) {
  const LeastLevel found = least_level([](double x) { return x * (2 - x); }, 0, 2, 0.9);
  ASSERT_TRUE(found.needed);
  EXPECT_NEAR(*found.needed, 1 - std::sqrt(0.1), 2.0 / 256);
}

TEST(LeastLevel, NoNumberReachesNothing) {
  const LeastLevel found = least_level([](double x) { return x > 0.4 ? std::nan("") : x; }, 0, 1, 0.6);
  EXPECT_FALSE(found.needed);
  EXPECT_EQ(found.best_value, 0.25);
}

}  // namespace
}  // namespace uor::study
