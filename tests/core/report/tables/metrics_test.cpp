#include "core/uor/report/tables/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Metrics, AreReadWithSidesBesideEachOther) {
  const Figures run = small_figures();
  const Table table = metrics(run, run.trusts[0]);
  EXPECT_EQ(headings(table), (Words{"Metric", "Unit", "Reported", "Over twelve months, as reported",
                                    "National lower quartile", "National median", "National upper quartile",
                                    "Peers' median", "Baseline", "Slip", "change ± error"}));
  const Words row = words_of_row(table, 0);
  EXPECT_EQ(row[8], "7.00 (5.00 to 9.00)");
  EXPECT_EQ(row[10], "+1.00 ± 0.200");
  EXPECT_EQ(row[7], "\u2013");
}

TEST(MetricsBySide, HaveARowASideForPrograms) {
  const Figures run = small_figures();
  EXPECT_EQ(metrics_by_side(run, run.trusts[0]).rows.size(), 2U);
}

TEST(Sources, SayHowLateAMetricIs) {
  EXPECT_EQ(words_of_row(sources(small_figures()), 0), (Words{"Did not attend", "verified", "national returns", "2"}));
}

TEST(Opportunities, AreOfTheSideAndLeaveOutWhatHasNoPrice) {
  Figures figures = test::small_figures();
  EXPECT_THAT(test::words_of_row(opportunities(figures, figures.trusts[0], 1), 0),
              testing::ElementsAre("Did not attend", "3.50", "4.50", "\u2013", "derived: a count"));
  EXPECT_EQ(ratios(figures, figures.trusts[0]).rows.size(), 2u);
  figures.trusts[0].metrics[0].opportunity.clear();
  EXPECT_TRUE(opportunities(figures, figures.trusts[0], 1).empty());
}

}  // namespace
}  // namespace uor::report::tables
