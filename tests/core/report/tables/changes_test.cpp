#include "core/uor/report/tables/changes.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

ChangesPart part(const Figures& run) { return {run.trusts[0].changes[0], "Baseline", "Slip"}; }

TEST(ChangedTables, HaveChangesWithTheirErrors) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(changed_ratings(part(run)), 1), (Words{"Good", "30.0", "20.0", "\u221210.0 ± 3.0"}));
  EXPECT_EQ(words_of_row(changed_kloes(part(run)), 0),
            (Words{"Clinical", "2.50", "2.40", "\u22120.100 ± 0.010", "40.0", "50.0", "+10.0 ± 2.0"}));
  EXPECT_EQ(words_of_row(changed_metrics(part(run)), 0),
            (Words{"Did not attend, %", "7.00", "8.00", "+1.00 ± at most 0.200", "+0.43", "worse"}));
  EXPECT_EQ(words_of_row(changed_rules(part(run)), 0), (Words{"Limit: In deficit", "10.0", "30.0", "+20.0 ± 4.0"}));
  EXPECT_EQ(words_of_row(movers(run.trusts[0].changes[0]), 0)[0], "Did not attend, %");
}

TEST(ChangedOdds, HaveARowAPart) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(changed_odds({part(run)}), 0),
            (Words{"Slip", "no change", "no change", "\u221210.0 ± 3.0", "no change", "\u221210.0 ± 3.0",
                   "\u22120.200 ± 0.040"}));
}

}  // namespace
}  // namespace uor::report::tables
