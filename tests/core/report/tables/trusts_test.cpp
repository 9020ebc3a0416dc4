#include "core/uor/report/tables/trusts.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Trusts, OfARunWithoutRowsAreThoseInFull) {
  const Table table = trusts(small_figures());
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(table.rows[1].cells[5]), "Slip");
}

TEST(TrustsOfSide, HaveNoChangeOfTheBaseline) {
  Figures run = small_figures();
  TrustRow row;
  row.code = "RF4";
  row.name = "Barking";
  row.warnings = {"late"};
  row.rating.assign(2, run.trusts[0].odds[0].rating);
  row.good_or_better.assign(2, {0.3, 0.05});
  row.good_or_better_change = {{0, 0}, {0.01, 0.02}};
  row.expected_rating.assign(2, {2.1, 0.1});
  row.expected_score.assign(2, 2.1);
  run.rows = {row};
  EXPECT_EQ(words_of_row(trusts_of_side(run, 0), 0),
            (Words{"RF4", "Barking \u2020", "not stated", "20.0", "50.0", "30.0", "0.0", "30.0", "2.10"}));
  EXPECT_EQ(words_of_row(trusts_of_side(run, 1), 0)[9], "+1.0 ± 2.0 *");
  EXPECT_TRUE(trusts_of_side(run, 1).sortable);
}

}  // namespace
}  // namespace uor::report::tables
