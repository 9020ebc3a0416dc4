#include "core/uor/report/tables/table.hpp"

#include <gtest/gtest.h>

namespace uor::report::tables {
namespace {

TEST(Columns, OfNumbersHaveTheirErrorsBesideThem) {
  const Column odds = figures("Good or better, %", with_error("Good or better", "share of trials"));
  ASSERT_EQ(odds.numbers.size(), 2U);
  EXPECT_EQ(odds.numbers[0].heading, "Good or better");
  EXPECT_EQ(odds.numbers[1].part, Part::error);
  EXPECT_TRUE(odds.figure);
  EXPECT_FALSE(text("Side").figure);
}

TEST(Tables, HoldRowsAndTotals) {
  Table table{"t", "T", "", {text("Line")}};
  EXPECT_TRUE(table.empty());
  table.add({std::string("Pay")}).add({std::string("All")}, true);
  EXPECT_FALSE(table.rows[0].total);
  EXPECT_TRUE(table.rows[1].total);
}

}  // namespace
}  // namespace uor::report::tables
