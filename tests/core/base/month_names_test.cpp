#include "core/uor/base/month_names.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

TEST(ShortMonthName, BeginsWithAprilInEveryYear) {
  EXPECT_EQ(short_month_name(0), "Apr");
  EXPECT_EQ(short_month_name(5), "Sep");
  EXPECT_EQ(short_month_name(11), "Mar");
  EXPECT_EQ(short_month_name(12), "Apr");
}

}  // namespace
}  // namespace uor
