#include "core/uor/report/tables/odds.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(RatingOdds, HaveARowASideWithTheirErrors) {
  const Figures run = small_figures();
  const Table odds = rating_odds(run, run.trusts[0]);
  EXPECT_EQ(headings(odds), (Words{"Side", "Inadequate", "Requires improvement", "Good", "Outstanding"}));
  EXPECT_EQ(words_of_row(odds, 1), (Words{"Slip", "30.0 ± 4.6", "50.0 ± 5.0", "20.0 ± 4.0", "0.0 ± <1.0"}));
  EXPECT_EQ(combined_odds(run, run.trusts[0]).rows.size(), 2U);
  EXPECT_EQ(quality_odds(run, run.trusts[0]).id, "quality-odds");
}

TEST(OddsChanges, HaveNoRowOfTheBaseline) {
  const Figures run = small_figures();
  const Table changes = odds_changes(run, run.trusts[0]);
  ASSERT_EQ(changes.rows.size(), 1U);
  EXPECT_EQ(words_of_row(changes, 0), (Words{"Slip", "+10.0 ± 3.0", "no change", "\u221210.0 ± 3.0", "no change"}));
}

TEST(OneNumber, HasADashForTheBaselinesOwnChange) {
  const Figures run = small_figures();
  const Table table = one_number(run, run.trusts[0]);
  EXPECT_EQ(words_of_row(table, 0),
            (Words{"Baseline", "30.0 ± 4.6", "\u2013", "2.100 ± 0.070", "\u2013", "2.08, 0.22 below good"}));
  EXPECT_EQ(words_of_row(table, 1)[2], "\u221210.0 ± 3.0");
  EXPECT_FALSE(table.note.empty());
}

}  // namespace
}  // namespace uor::report::tables
