// Formulas of clinical support services against values computed by hand.
#include <gtest/gtest.h>

#include "plugins/kloe_support/model.hpp"

namespace {

constexpr double tight = 1e-12;

TEST(Support, TestsFollowActivityByTheirElasticity) {
  EXPECT_NEAR(support::follows(1.05, 0.8), 1.04, tight);
  EXPECT_EQ(support::follows(1.0, 0.8), 1.0);
}

TEST(Support, FixedCostMakesMoreTestsCheaperEach) {
  const double cost = support::tests_cost(0.65, 1.10, 0.0, 0.0);
  EXPECT_NEAR(cost, 1.035, tight);
  EXPECT_LT(cost / 1.10, 1.0);
}

TEST(Support, NetworkSavesOnWhatItTakes) {
  // half the tests moved at 10 %: 5 % of the cost
  EXPECT_NEAR(support::tests_cost(0.65, 1.0, 0.5, 0.10), 0.95, tight);
  // own pay: 60 %, less 5 %, less the quarter that a host does
  EXPECT_NEAR(support::laboratory_pay(0.6, 0.5, 0.10, 0.5), 0.6 * 0.95 * 0.75, tight);
}

TEST(Support, SwitchingLowersPassThroughCostAndOnlyGainShareReachesTheTrust) {
  const double saved_0 = support::switch_savings(0.1, 100.0), saved = support::switch_savings(0.1, 130.0);
  EXPECT_NEAR(saved - saved_0, 0.03, tight);
  EXPECT_NEAR(support::passthrough_cost(2.0, 1.0, 0.8 * (saved - saved_0)), 1.976, tight);
  EXPECT_NEAR(support::gain_share(20.0, saved, 20.0, saved_0), 0.006, tight);
  EXPECT_NEAR(support::gain_share(20.0, saved_0, 20.0, saved_0), 0.0, tight);
}

TEST(Support, InTariffMedicinesFollowVolumeAndPriceLessSavings) {
  EXPECT_NEAR(support::in_tariff_cost(1.5, 1.02, 5.0, 0.0, 0.01), 1.5 * 1.02 * 1.05 - 0.01, tight);
  EXPECT_NEAR(support::in_tariff_cost(1.5, 1.0, 0.0, 0.0, 99.0), 0.075, tight);  // a twentieth always stays
}

TEST(Support, GrowthOfAYearIsThePercent) {
  EXPECT_NEAR(uor::sdk::compound(4.0, 12.0 / 12.0), 1.04, tight);
  EXPECT_EQ(uor::sdk::compound(0.0, 5.5 / 12.0), 1.0);
}

}  // namespace
