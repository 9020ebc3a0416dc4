// A metric that is not reported is what the trust's other figures give, never drawn from national ones beside them.
#include <gtest/gtest.h>

#include "core/uor/model/facts.hpp"
#include "core/uor/model/today.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

constexpr std::uint64_t trials = 64;

/// The trust that reports everything, without this metric and what else may go.
trust::Trust without(const std::vector<std::string>& fields) {
  trust::Trust trust = test::trust_named("full");
  for (const std::string& field : fields) {
    trust.reported.erase(field);
    trust.reported.erase(field + "_year_ago");
  }
  return trust;
}

double today(const trust::Trust& trust, const std::string& column) {
  return test::rate(model::as_of_today(test::inputs_of(trust, trials)), {column}).mean.at(column);
}

TEST(Derived, CostPerSquareMetreIsTheEstatesCostOverTheArea) {
  for (const double cost : {20.0, 33.4, 60.0}) {
    trust::Trust trust = without({"estates_cost_per_m2"});
    trust.reported["estates_cost"] = {cost, 0.0, {}};
    EXPECT_NEAR(today(trust, "metric.estates_cost_per_m2"), 1e6 * cost / 98000, 1e-9) << cost;
    const model::Fact fact =
        model::resolve_fact(test::shipped_field("estates_cost_per_m2"), trust, test::shipped_policy());
    EXPECT_TRUE(fact.is_derived()) << cost;
    EXPECT_EQ(fact.equation, "10^6 estates_cost / floor_area");
  }
}

TEST(Derived, CostPerSquareMetreIsDrawnWhereCostOrAreaIsNotReported) {
  const trust::Trust trust = without({"estates_cost_per_m2", "floor_area"});
  const model::Fact fact =
      model::resolve_fact(test::shipped_field("estates_cost_per_m2"), trust, test::shipped_policy());
  EXPECT_FALSE(fact.is_derived());
  EXPECT_EQ(fact.distribution.shape, Shape::quartiles);
}

TEST(Derived, AreaIsTheEstatesCostOverItsCostPerSquareMetre) {
  EXPECT_NEAR(today(without({"floor_area"}), "corporate.area"), 1e6 * 33.4 / 341.0, 1e-9);
}

TEST(Derived, AgencySpendIsWhatItsCeilingAndTheDistanceFromItSay) {
  EXPECT_NEAR(today(without({"agency_spend_gbp_m"}), "people.agency_spend"), 10 * 1.05 / 12, 1e-9);
}

TEST(Derived, FinanceMetricsAreThoseOfTheStatementAndTheBalances) {
  const double service = 3.1 + 2.2 + 1.4;
  EXPECT_NEAR(today(without({"liquidity_days"}), "metric.liquidity_days"), 360 * (34.0 - 37.0) / 380, 1e-9);
  EXPECT_NEAR(today(without({"agency_spend"}), "metric.agency_spend"), 100 * (10.5 / 10 - 1), 1e-9);
  EXPECT_NEAR(today(without({"ie_margin"}), "metric.ie_margin"), 100 * 1.9 / 395, 1e-9);
  EXPECT_NEAR(today(without({"ie_margin", "last_year_surplus"}), "metric.ie_margin"),
              100 * (395 - 380 - 12.5 - 3.1 - 2.2) / 395, 1e-9);
  const double income = (380 + 12.5 + 3.1 + 2.2) / (1 - 0.5 / 100);  // that closes costs and margin
  EXPECT_NEAR(today(without({"capital_service_capacity"}), "metric.capital_service_capacity"), (income - 380) / service,
              1e-9);
}

}  // namespace
}  // namespace uor
