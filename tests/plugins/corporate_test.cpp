// The formulas of the corporate model.
#include <gtest/gtest.h>

#include "plugins/kloe_corporate/model.hpp"

namespace corporate {
namespace {

constexpr double exact = 1e-12;

TEST(Functions, CostWhatTheirMetricSays) {
  // GBP 950 thousand per GBP 100m on a turnover of GBP 400m
  EXPECT_NEAR(function_cost(950, 400), 3.8, exact);
}

TEST(Supplies, FollowActivityOnlyInPart) {
  EXPECT_NEAR(supplies(10, 0.5, 1.1, 1.0), 10.5, exact);
  EXPECT_NEAR(supplies(10, 0.5, 1.0, 1.02), 10.2, exact);
}

TEST(Prices, CompoundOwnInflationAndTakePerformanceOnce) {
  EXPECT_NEAR(purchase_price(1.02, 0.0, 1, -5.0), 1.02 * 0.95, exact);
  EXPECT_NEAR(purchase_price(1.0, 3.0, 2, 0.0), 1.03 * 1.03, exact);
}

TEST(Estate, CostsLessWithLessAreaButMoreForEachSquareMetre) {
  const double cost = estates_cost(3.0, 0.9, 0.85, 1.0, 0.05, 0.0, 1.0);
  EXPECT_LT(cost, 3.0);
  EXPECT_GT(cost / 0.9, 3.0);
}

TEST(Estate, CostsMoreWithMoreBacklog) { EXPECT_NEAR(estates_cost(3.0, 1.0, 0.85, 1.2, 0.05, 0.0, 1.0), 3.03, exact); }

TEST(Backlog, GrowsByItsDriftLessSpendAndNotBelowZero) {
  EXPECT_NEAR(backlog_after(24.0, 12.0, 0.1), 24.24 - 0.1, exact);
  EXPECT_EQ(backlog_after(1.0, 0.0, 5.0), 0.0);
}

TEST(UnitCosts, AreTheReportedOnesInAFlatYear) {
  EXPECT_NEAR(unit_cost(1305.0, 12 * 9.3, 12 * 8123.0, 9.3, 8123.0, 1.0), 1305.0, 1e-9);
}

TEST(UnitCosts, MoveWithPricesAsTheirBenchmarksDo) {
  EXPECT_NEAR(unit_cost(1305.0, 12 * 9.3, 12 * 8123.0, 9.3, 8123.0, 1.05), 1305.0 * 1.05, 1e-9);
}

TEST(ProcurementScore, RisesWithLowerPricesAndStaysOnItsScale) {
  EXPECT_NEAR(procurement_score(60, -2, 4, 5), 73, exact);
  EXPECT_EQ(procurement_score(60, -20, 4, 0), 100);
  EXPECT_EQ(procurement_score(60, 30, 4, 0), 0);
}

TEST(CorporateEvidence, MovesNothingWhenItIsOnlyAsserted) { EXPECT_EQ(supported_evidence(1.0, 0.0), 2.5); }

}  // namespace
}  // namespace corporate
