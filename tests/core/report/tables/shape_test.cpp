#include "core/uor/report/tables/shape.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

Table side(double value) {
  Table table{
      "t", "T", "", {text("Line"), figures("").each_side(), figures("change").each_side(), text("Id").in_numbers()}};
  table.add({std::string("Pay"), Amount{value, 0}, Change{1, {}, 0}, std::string("pay")});
  return table.add({std::string("Cash"), Amount{value + 1, 0}, Change{2, {}, 0}, std::string("cash")});
}

TEST(Beside, HasTheColumnsOfEachSideUnderItsTitleAndNoChangeOfTheFirst) {
  const Table both = beside({side(1), side(5)}, {"Baseline", "Slip"});
  EXPECT_EQ(headings(both), (Words{"Line", "Baseline", "Slip", "change"}));
  EXPECT_EQ(words_of_row(both, 1), (Words{"Cash", "2", "6", "+2"}));
}

TEST(Stacked, PutsTheRowsOfOneTableUnderThoseOfTheOther) {
  const Table all = stacked({side(1), side(5)});
  ASSERT_EQ(all.rows.size(), 4U);
  EXPECT_EQ(words_of_row(all, 2), (Words{"Pay", "5", "+1"}));
  EXPECT_TRUE(stacked({}).empty());
}

TEST(InTurn, PutsTheSameRowsOfAllTogether) {
  EXPECT_EQ(words_of_row(in_turn({side(1), side(5)}), 1), (Words{"Pay", "5", "+1"}));
}

TEST(AsRead, LeavesOutWhatIsForProgramsAndSortsByPlace) {
  Table table{
      "t", "T", "", {text("Last").at(1), text("Id").in_numbers(), figures("Share").plain(), text("First").at(-1)}};
  table.add({std::string("z"), std::string("id"), Share{0.5, 0.1}, std::string("a")});
  EXPECT_EQ(headings(table), (Words{"First", "Share", "Last"}));
  EXPECT_EQ(words_of_row(table, 0), (Words{"a", "50.0", "z"}));
}

}  // namespace
}  // namespace uor::report::tables
