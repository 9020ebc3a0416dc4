#include "core/uor/analyse/month_columns.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace uor::analyse {
namespace {

TEST(MonthColumns, AreThoseOfTheSideAndMonthFilledUpWithTheLastTrial) {
  model::Header header;
  header.months = 2;
  header.quantities.resize(2);
  header.quantities[0].id = "a";
  header.quantities[1].id = "b";
  tally::Block block;
  block.count = 3;
  block.quantity.resize(2 * 2 * 2 * 3);  // [side][quantity][month][trial]
  std::iota(block.quantity.begin(), block.quantity.end(), 0.0);
  MonthColumns columns(header, 1, 2);
  columns.take(block);
  EXPECT_EQ(columns.count(), 3u);
  EXPECT_EQ(columns.padded(), 8u);
  EXPECT_EQ(columns.of("a")[0], 15);
  EXPECT_EQ(columns.of("b")[2], 23);
  EXPECT_EQ(columns.of("b")[7], 23);
  EXPECT_THROW(columns.of("c"), std::out_of_range);
}

TEST(MonthColumns, AShorterBlockAfterALongerOneLeavesNothingBehind) {
  model::Header header;
  header.months = 1;
  header.quantities.resize(1);
  header.quantities[0].id = "a";
  MonthColumns columns(header, 0, 1);
  tally::Block block;
  block.count = 16;
  block.quantity.assign(16, 1.0);
  columns.take(block);
  block.count = 2;
  block.quantity = {5.0, 6.0};
  columns.take(block);
  EXPECT_EQ(columns.padded(), 8u);
  EXPECT_EQ(columns.of("a")[7], 6.0);
}

}  // namespace
}  // namespace uor::analyse
