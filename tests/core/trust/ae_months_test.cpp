#include "core/uor/trust/ae_months.hpp"

#include <gtest/gtest.h>

#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

const AeMonths& shipped() {
  static const AeMonths months(test::data_folder + "/ae_monthly.csv");
  return months;
}

TEST(AeMonths, ADayKnowsTwelveMonthsThatWereOut) {
  const auto all = shipped().known_by("RF4", {2020, 3, 1});
  ASSERT_TRUE(all);
  EXPECT_EQ(all->months, 12);
  EXPECT_EQ(all->attendances, 303592) << "2018/19, as data/trusts.csv has it";
  EXPECT_NEAR(1 - all->over_four_hours / all->attendances, 0.8065, 5e-5);
}

TEST(AeMonths, AMonthIsOutTwoMonthsLater) {
  const auto april = shipped().known_by("RF4", {2016, 6, 1}), none = shipped().known_by("RF4", {2016, 5, 31});
  ASSERT_TRUE(april);
  EXPECT_EQ(april->months, 1);
  EXPECT_FALSE(none);
  EXPECT_FALSE(shipped().known_by("XYZ", {2020, 1, 1}));
}

TEST(AeMonths, WithoutAFileNothingIsKnown) {
  EXPECT_FALSE(AeMonths("/no/such/ae_monthly.csv").known_by("RF4", {2020, 1, 1}));
}

}  // namespace
}  // namespace uor::trust
