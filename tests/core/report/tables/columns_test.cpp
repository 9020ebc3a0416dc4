#include "core/uor/report/tables/columns.hpp"

#include <gtest/gtest.h>

namespace uor::report::tables {
namespace {

TEST(OfMonth, IsReadByNameAndCountedOverNumbers) {
  const Column month = of_month(12, " (closed)");
  EXPECT_EQ(month.heading, "Apr, year 2 (closed)");
  EXPECT_EQ(month.numbers.front().heading, "M13 Apr (year 2)");
}

TEST(OfRatings, HasOneForEachInadequateFirst) {
  ASSERT_EQ(of_ratings().size(), 4U);
  EXPECT_EQ(of_ratings().front().heading, "Inadequate");
  EXPECT_EQ(of_ratings_with_errors("", "").front().numbers.size(), 2U);
}

TEST(OfTrust, IsForPrograms) { EXPECT_EQ(of_trust().shown, Shown::in_numbers); }

}  // namespace
}  // namespace uor::report::tables
