#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> warnings(const std::map<std::string, double>& values) {
  Trust trust;
  for (const auto& [id, value] : values) trust.reported[id] = {value, 0, {}};
  return reconcile(trust);
}

TEST(Reconcile, NothingReportedNeedsNoWarning) { EXPECT_THAT(warnings({}), IsEmpty()); }

TEST(Reconcile, APartAboveItsWholeIsSaid) {
  EXPECT_THAT(warnings({{"fte_staff", 1000}, {"fte_doctors", 600}, {"fte_nurses", 500}}),
              ElementsAre("fte_doctors + fte_nurses (1100) exceeds fte_staff (1000), check both"));
}

TEST(Reconcile, EmployeeExpensesAboveOperatingExpensesAreSaid) {
  EXPECT_THAT(warnings({{"employee_expenses", 600}, {"operating_expenses", 500}}),
              testing::Contains("employee_expenses (600) exceeds operating_expenses (500), check both"));
}

TEST(Reconcile, TheAgencyMetricMustAgreeWithSpendAndCeiling) {
  EXPECT_THAT(warnings({{"agency_spend_gbp_m", 12.6}, {"agency_ceiling", 10}, {"agency_spend", 26}}), IsEmpty());
  EXPECT_THAT(
      warnings({{"agency_spend_gbp_m", 12.6}, {"agency_ceiling", 10}, {"agency_spend", 0.26}}),
      ElementsAre("agency_spend is 0.26 but agency_spend_gbp_m against agency_ceiling gives 26, check the units "
                  "and periods"));
}

TEST(Reconcile, EstatesCostPerSquareMetreMustAgreeWithCostAndArea) {
  EXPECT_THAT(warnings({{"estates_cost", 30}, {"floor_area", 100000}, {"estates_cost_per_m2", 400}}),
              ElementsAre("estates_cost_per_m2 is 400 but estates_cost / floor_area gives 300, check the units and "
                          "periods"));
}

TEST(Reconcile, MarginAndCapitalServiceMustAgreeWithTheStatement) {
  std::map<std::string, double> values = {{"total_income", 500}, {"operating_expenses", 480},
                                          {"depreciation", 15},  {"pdc_dividend", 5},
                                          {"interest", 10},      {"principal", 5},
                                          {"ie_margin", -2},     {"capital_service_capacity", 1}};
  EXPECT_THAT(warnings(values), IsEmpty());
  values["ie_margin"] = 2;
  values["capital_service_capacity"] = 2;
  EXPECT_THAT(warnings(values),
              ElementsAre("ie_margin is 2 but income less operating expenses and capital charges gives -2, check the "
                          "units and periods"));
}

TEST(Reconcile, AMarginThatLooksLikeAFractionIsSaid) {
  EXPECT_THAT(warnings({{"ie_margin", -0.05}}),
              ElementsAre("ie_margin is -0.05 percent: if that is a fraction, write -5"));
}

}  // namespace
}  // namespace uor::trust
