#include "core/uor/report/tables/schemes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Schemes, EndWithAllOfThem) {
  const Figures run = small_figures();
  const Table table = schemes(run, run.trusts[0], 1);
  EXPECT_EQ(words_of_row(table, 0), (Words{"Rosters", "non-pay", "4.00", "3.00", "3.00", "75\u00a0%", "Amber"}));
  EXPECT_EQ(words_of_row(table, 1)[0], "All schemes");
  EXPECT_TRUE(table.rows[1].total);
}

TEST(Schemes, WithoutAPlanHaveNoShareOfIt) {
  Figures run = small_figures();
  run.trusts[0].schemes.sides[1][0].planned_gbp_m = NAN;
  const Words row = words_of_row(schemes(run, run.trusts[0], 1), 0);
  EXPECT_EQ(row[2], "not known");
  EXPECT_EQ(row[5], "\u2013");
}

}  // namespace
}  // namespace uor::report::tables
