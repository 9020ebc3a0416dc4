#include "core/uor/report/tables/score_beside.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(ScoreBeside, HasItsPartsAndThenTheWhole) {
  const Figures run = small_figures();
  const Table table = score_beside(run, run.trusts[0], run.trusts[0].score_beside, 0);
  EXPECT_EQ(words_of_row(table, 0), (Words{"Liquidity", "2.0", "2.0"}));
  EXPECT_EQ(words_of_row(table, 1), (Words{"Finance score", "2.0", "2.6"}));
  EXPECT_TRUE(table.rows[1].total);
}

}  // namespace
}  // namespace uor::report::tables
