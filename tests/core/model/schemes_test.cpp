#include "core/uor/model/schemes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace uor::model {
namespace {

policy::Shown shown() {
  policy::Shown rows;
  rows.roles["scheme"] = "finance.scheme";
  return rows;
}

double value_of(const std::vector<SchemeDriver>& drivers, const std::string& id) {
  const auto found =
      std::find_if(drivers.begin(), drivers.end(), [&](const SchemeDriver& one) { return one.id == id; });
  return found->distribution.parameters[0];
}

TEST(SlotDrivers, ShareThePlanAndLeaveOtherSlotsEmpty) {
  std::vector<SavingsScheme> schemes(2);
  schemes[0].plan_gbp_m = 1;
  schemes[1].plan_gbp_m = 3;
  schemes[1].start_month = 4;
  const std::vector<SchemeDriver> drivers = slot_drivers(schemes, shown());
  EXPECT_EQ(value_of(drivers, "finance.scheme_1_share"), 25);
  EXPECT_EQ(value_of(drivers, "finance.scheme_2_share"), 75);
  EXPECT_EQ(value_of(drivers, "finance.scheme_2_start"), 4);
  EXPECT_EQ(value_of(drivers, "finance.scheme_2_follows"), 1);
  EXPECT_EQ(value_of(drivers, "finance.scheme_8_share"), 0);
}

TEST(EffectOf, ScalesTheChangeWithDelivery) {
  SavingsScheme scheme;
  scheme.category = SchemeCategory::through_driver;
  scheme.driver = "small.level";
  scheme.change = -4;
  scheme.start_month = 3;
  scheme.delay_months = Distribution::constant(1.5);
  const auto adds = effect_of(scheme, 0, shown());
  ASSERT_TRUE(adds);
  EXPECT_EQ(adds->offset + adds->slope * 50, -2);  // half delivered
  EXPECT_EQ(adds->from_month, 5);                  // the first month that begins after 4.5
  EXPECT_EQ(adds->stream, "finance.scheme_1_delivery");
  scheme.operation = Operation::multiply;
  scheme.change = 0.8;
  const auto multiplies = effect_of(scheme, 0, shown());
  EXPECT_NEAR(multiplies->offset + multiplies->slope * 100, 0.8, 1e-15);
  EXPECT_EQ(multiplies->offset, 1);  // nothing delivered
}

TEST(EffectOf, IsNothingForASchemeWithMoneyOfItsOwn) { EXPECT_FALSE(effect_of(SavingsScheme{}, 0, shown())); }

}  // namespace
}  // namespace uor::model
