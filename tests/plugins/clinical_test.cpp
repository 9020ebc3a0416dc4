// Formulas of clinical services against values computed by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "plugins/kloe_clinical/model.hpp"

namespace {

constexpr double tight = 1e-12;

TEST(Clinical, GrowthOfAYearIsThePercentAndTwelveMonthsMakeAYear) {
  EXPECT_NEAR(uor::sdk::compound(5.0, 1.0), 1.05, tight);
  EXPECT_NEAR(std::pow(uor::sdk::compound(5.0, 1.0 / 12.0), 12.0), 1.05, tight);
  EXPECT_EQ(uor::sdk::compound(0.0, 5.5 / 12.0), 1.0);
}

TEST(Clinical, SevereWinterRaisesDemandByItsSeverityInAnAverageWinterMonth) {
  EXPECT_EQ(clinical::winter(10.0, 0.0, 4.0), 1.0);            // summer
  EXPECT_NEAR(clinical::winter(10.0, 3.0, 4.0), 1.10, tight);  // mean winter month: 12 / 4
  EXPECT_NEAR(clinical::winter(10.0, 3.6, 4.0), 1.12, tight);  // January
  EXPECT_EQ(clinical::winter(0.0, 3.6, 4.0), 1.0);             // no noise
}

TEST(Clinical, EachReadmissionAvoidedIsOneSpellLess) {
  // 10,000 discharges, rate down by 0.5 points: 50 spells less of 4,000
  EXPECT_NEAR(clinical::with_readmissions(4000.0, -0.5, 10000.0), 3950.0, tight);
  EXPECT_NEAR(clinical::with_readmissions(4000.0, 0.0, 10000.0), 4000.0, tight);
  EXPECT_NEAR(clinical::with_readmissions(4000.0, -90.0, 10000.0), 800.0, tight);  // a fifth always stays
}

TEST(Clinical, AvoidedReadmissionsLeaveProductiveSpellsUnchanged) {
  const double before = clinical::without_readmitted(4000.0, 1.0, 8.0, 10000.0);
  const double after =
      clinical::without_readmitted(clinical::with_readmissions(4000.0, -1.0, 10000.0), 1.0, 7.0, 10000.0);
  EXPECT_NEAR(before, 3200.0, 1e-9);
  EXPECT_NEAR(after, before, 1e-9);
}

TEST(Clinical, OnlyTheRecoveredShareOfFreedSlotsIsAttended) {
  EXPECT_NEAR(clinical::attended(1000.0, 8.0, 8.0, 0.5), 920.0, tight);
  EXPECT_NEAR(clinical::attended(1000.0, 8.0, 6.0, 0.5), 930.0, tight);  // 20 slots freed, 10 used
  EXPECT_NEAR(clinical::attended(1000.0, 8.0, 10.0, 0.5), 910.0, tight);
}

TEST(Clinical, ExcessOccupancyIsSmoothAndNeverNegative) {
  EXPECT_NEAR(clinical::soft_excess(92.0, 92.0, 2.0), 1.0, tight);  // half the width
  EXPECT_NEAR(clinical::soft_excess(95.0, 92.0, 2.0), 0.5 * (3.0 + std::sqrt(13.0)), tight);
  EXPECT_GT(clinical::soft_excess(60.0, 92.0, 2.0), 0.0);
  EXPECT_LT(clinical::soft_excess(60.0, 92.0, 2.0), 0.04);
}

TEST(Clinical, CancellationsRiseEverFasterAboveTheThresholdAndStayBelowTheirLimit) {
  const auto share = [](double occupancy) {
    return clinical::cancelled_for_beds(clinical::soft_excess(occupancy, 92.0, 2.0), 0.004, 0.35);
  };
  EXPECT_LT(share(90.0), 0.001);
  EXPECT_NEAR(share(95.0), 0.35 * (1.0 - std::exp(-0.004 * 3.302775637731995 * 3.302775637731995)), tight);
  EXPECT_GT(share(97.0) - share(95.0), share(95.0) - share(93.0));
  EXPECT_LE(share(1e5), 0.35);
}

TEST(Clinical, BedDaysAreSpellsTimesStayWithDaysBeforeProcedures) {
  // 1,000 spells x (4 + 0.25 x 0.8) days
  EXPECT_NEAR(clinical::emergency_bed_days(1000.0, 4.0, 0.25, 0.8), 4200.0, tight);
  EXPECT_NEAR(clinical::core_stay_of(4.5, 0.25, 0.8, 0.3), 4.0, tight);
  EXPECT_NEAR(clinical::core_stay_of(1.0, 0.25, 0.8, 3.0), 0.25, tight);  // guard: a quarter of the stay
}

TEST(Clinical, AddedSpellsStayShorterThanTheMean) {
  // 10 % more spells at half the mean stay: 5 % more days over 10 % more spells
  EXPECT_NEAR(clinical::stay_of_added(1.10, 0.5), 1.05 / 1.10, tight);
  EXPECT_EQ(clinical::stay_of_added(1.0, 0.5), 1.0);
}

TEST(Clinical, CommissionersPayAtTheMarginalRateAboveTheBaseline) {
  EXPECT_NEAR(clinical::paid(1.05, 1.00, 1.0, 0.7), 1.035, tight);
  EXPECT_NEAR(clinical::paid(0.95, 1.00, 1.0, 0.7), 0.950, tight);
  EXPECT_NEAR(clinical::paid(0.95, 1.00, 0.2, 0.2), 0.990, tight);  // blended payment
}

TEST(Clinical, BlockIncomeFollowsThePlanAndTheRestFollowsActivity) {
  // 20 % block at plan 1.02; of the rest a quarter follows the plan, three quarters activity 1.05
  EXPECT_NEAR(clinical::contract_volume(0.2, 0.25, 1.02, 1.05), 0.2 * 1.02 + 0.8 * (0.25 * 1.02 + 0.75 * 1.05), tight);
  EXPECT_NEAR(clinical::contract_volume(1.0, 0.25, 1.02, 5.0), 1.02, tight);
}

TEST(Clinical, MixWeighsTheThreeKindsOfActivity) {
  const clinical::Mix mix{0.3, 0.3, 0.4};
  EXPECT_NEAR(clinical::of_mix(mix, 1.0, 1.0, 1.0), 1.0, tight);
  EXPECT_NEAR(clinical::of_mix(mix, 1.1, 1.0, 0.9), 0.99, tight);
}

TEST(Clinical, MissingStaffHoldsUpPlannedWork) {
  EXPECT_EQ(clinical::staffing_factor(2.0, 2.0, 0.5), 1.0);
  EXPECT_NEAR(clinical::staffing_factor(6.0, 2.0, 0.5), 0.98, tight);
  EXPECT_EQ(clinical::staffing_factor(1000.0, 0.0, 0.5), 0.2);
}

TEST(Clinical, UnitsFollowFromTheReportedCostOfAUnit) {
  // GBP 250m x 0.8 / 1.05 / GBP 2,170 a unit / 12 months
  EXPECT_NEAR(clinical::units_of(250.0, 0.8, 1.05, 2170.0), 7314.75384, 1e-4);
}

TEST(Clinical, DelayedDaysAreAShareOfBedDays) {
  EXPECT_NEAR(clinical::delayed_share_of(480.0, 19200.0), 2.5, 1e-12);
  EXPECT_EQ(clinical::delayed_share_of(0.0, 0.0), 0.0);
}

}  // namespace
