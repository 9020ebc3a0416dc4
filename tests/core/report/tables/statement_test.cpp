#include "core/uor/report/tables/statement.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Statement, HasMonthsAndTheYearThatTheyAddUpTo) {
  const Figures run = small_figures();
  const Table table = statement(run, run.trusts[0], 0);
  EXPECT_EQ(headings(table), (Words{"Line", "Apr (closed)", "May", "All months"}));
  EXPECT_EQ(words_of_row(table, 0), (Words{"Pay", "\u22122.00", "\u22123.00", "\u22125.00"}));
  EXPECT_TRUE(table.rows[1].total);
  EXPECT_EQ(table.columns.size(), 3U + 12 + 1);
}

TEST(LineTable, HasThreeRowsOfNumbersForEachSide) {
  const Figures run = small_figures();
  const Table table = line(run, run.trusts[0], run.trusts[0].money.statements[0]);
  EXPECT_EQ(words_of_row(table, 1), (Words{"Slip", "11.0 (9.00 to 13.0)", "11.0 (9.00 to 13.0)"}));
  EXPECT_EQ(table.statistics.size(), 3U);
}

}  // namespace
}  // namespace uor::report::tables
