#include <gtest/gtest.h>

#include "core/uor/report/tables/changes.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(AllChanges, HaveARowOfEachRatingKeyLineMetricAndRule) {
  const Figures run = small_figures();
  const Table table = all_changes("RF4", {run.trusts[0].changes[0], "Baseline", "Slip"});
  ASSERT_EQ(table.rows.size(), 4U + 3 + 2 + 1 + 1);
  EXPECT_EQ(words_of_row(table, 9), (Words{"Slip", "Metric", "Did not attend", "%", "7.00", "8.00",
                                           "+1.00 ± at most 0.200", "+0.43", "worse"}));
  EXPECT_EQ(table.columns[7].numbers[2].part, Part::basis);
}

}  // namespace
}  // namespace uor::report::tables
