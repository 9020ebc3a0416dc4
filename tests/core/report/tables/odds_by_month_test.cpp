#include "core/uor/report/tables/odds_by_month.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(OddsByMonth, AreThoseInMonthsTurned) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(odds_in_months(run, run.trusts[0], 1), 0)[1], "30.0 ± 4.6");
  const Table table = odds_by_month(run, run.trusts[0]);
  EXPECT_EQ(headings(table), (Words{"Side", "Rating", "Apr", "May"}));
  ASSERT_EQ(table.rows.size(), 8U);
  EXPECT_EQ(words_of_row(table, 7), (Words{"Slip", "Inadequate", "30.0", "30.0"}));
}

}  // namespace
}  // namespace uor::report::tables
