#include <gtest/gtest.h>

#include "core/uor/report/tables/statement.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Bridge, ShowsBalancesAndTheStepsBetweenThemBySide) {
  const Figures run = small_figures();
  const Table table = bridge(run, run.trusts[0]);
  EXPECT_EQ(headings(table), (Words{"Step", "Baseline", "Slip"}));
  EXPECT_EQ(words_of_row(table, 0), (Words{"Plan", "\u22129.50", "\u22129.50"}));
  EXPECT_EQ(words_of_row(table, 1), (Words{"Slipped", "\u22121.25", "\u22121.25"}));
  EXPECT_EQ(bridge_by_side(run, run.trusts[0]).rows.size(), 4U);
}

TEST(OwnForecast, IsTheSameInHundredths) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(own_forecast(run, run.trusts[0]), 1)[1], "\u22121.25");
  EXPECT_EQ(own_forecast_by_side(run, run.trusts[0]).rows.size(), 4U);
}

}  // namespace
}  // namespace uor::report::tables
