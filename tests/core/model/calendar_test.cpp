#include "core/uor/model/calendar.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/error.hpp"

namespace uor::model {
namespace {

TEST(Calendar, MonthOneIsAprilAndMonthZeroIsMarchBefore) {
  EXPECT_EQ(month_of_year(1), 1);
  EXPECT_EQ(month_of_year(12), 12);
  EXPECT_EQ(month_of_year(13), 1);
  EXPECT_EQ(month_of_year(0), 12);
  EXPECT_EQ(month_of_year(-11), 1);
}

TEST(Calendar, YearsTurnInApril) {
  EXPECT_EQ(year_of(1), 1);
  EXPECT_EQ(year_of(12), 1);
  EXPECT_EQ(year_of(13), 2);
}

TEST(Calendar, PolicyYearsFollowEachOther) {
  EXPECT_EQ(policy_year_label("2018/19", 1), "2018/19");
  EXPECT_EQ(policy_year_label("2018/19", 2), "2019/20");
  EXPECT_EQ(policy_year_label("2098/99", 2), "2099/00");
}

TEST(Calendar, RefusesAYearOfAnotherForm) {
  EXPECT_THROW(policy_year_label("2018-19", 1), Error);
  EXPECT_THROW(policy_year_label("", 1), Error);
}

}  // namespace
}  // namespace uor::model
