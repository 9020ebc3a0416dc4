// What is closed is the accounts: capital service of closed months, and a year that is over.
#include <gtest/gtest.h>

#include "core/uor/model/today.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

constexpr std::uint64_t trials = 512;

/// The trust with six closed months, with twelve: twice what it reports to date.
trust::Trust closed_year() {
  trust::Trust trust = test::trust_named("six_months");
  trust.reported["last_closed_month"].value = 12;
  for (auto& [id, figure] : trust.reported) {
    if (id.ends_with("_to_date")) figure.value *= 2;
  }
  trust.reported["planned_surplus_to_date"].value = 7.0;  // planned_surplus and the allocation
  return trust;
}

test::Rated today(const trust::Trust& trust, const std::vector<std::string>& watched = {}) {
  return test::rate(model::as_of_today(test::inputs_of(trust, trials)), watched);
}

const std::string capacity = "metric.capital_service_capacity";

/// What month `month` of a run shows.
double in_month(const trust::Trust& trust, const std::string& column, int month) {
  model::Inputs inputs = test::inputs_of(trust, trials);
  inputs.scenario.run.assessment_month = month;
  return test::rate(inputs, {column}).at_rating.at(column);
}

/// EBITDA to date over interest, dividend (both: EBITDA less surplus and depreciation in last year's proportions) and
/// principal to date.
double capacity_of_accounts(double ebitda, double surplus, double months) {
  const double charges = ebitda - surplus, depreciation = charges * 12.5 / (12.5 + 3.1 + 2.2);
  return ebitda / (charges - depreciation + 1.4 * months / 12);
}

TEST(ClosedMonths, ShowTheCapitalServiceCapacityOfTheAccounts) {
  EXPECT_NEAR(in_month(test::trust_named("six_months"), capacity, 6), capacity_of_accounts(8.1, -0.4, 6), 1e-6);
  EXPECT_NEAR(in_month(closed_year(), capacity, 12), capacity_of_accounts(16.2, -0.8, 12), 1e-6);
}

TEST(ClosedMonths, LeaveWhatLastYearDidNotExplainToTheForecastMonths) {
  trust::Trust trust = test::trust_named("six_months");
  const double reported = in_month(trust, capacity, 12);
  trust.reported.erase("capital_service_capacity");
  const double explained = in_month(trust, capacity, 12);
  trust.reported.erase("last_closed_month");
  trust.reported["capital_service_capacity"] = {2.0, 0.0, {}};
  const double whole = in_month(trust, capacity, 12);
  trust.reported.erase("capital_service_capacity");
  EXPECT_NEAR(reported - explained, (whole - in_month(trust, capacity, 12)) / 2, 1e-6);
}

TEST(ClosedYear, TakesNothingFromTheTrustsForecast) {
  trust::Trust trust = closed_year();
  trust.reported["forecast_surplus"].value = -20;
  const test::Rated low = today(trust);
  trust.reported["forecast_surplus"].value = 20;
  EXPECT_TRUE(test::same_odds(low, today(trust)));
  trust.reported.erase("forecast_surplus");
  EXPECT_TRUE(test::same_odds(low, today(trust)));
}

TEST(ClosedYear, TakesTheForecastWhileAMonthIsOpen) {
  trust::Trust trust = test::trust_named("six_months");
  trust.reported["forecast_surplus"].value = -20;
  const test::Rated low = today(trust);
  trust.reported["forecast_surplus"].value = 20;
  EXPECT_LT(low.at_least(3), today(trust).at_least(3));
}

/// GBP m a month, on average over the year.
double mean_of_year(const trust::Trust& trust, const std::string& column) {
  return test::rate(test::inputs_of(trust, trials), {column}).mean.at(column);
}

TEST(ClosedYear, ShowsTheControlTotalThatIsPlannedWhateverTheAllocationIs) {
  trust::Trust trust = closed_year();
  EXPECT_NEAR(mean_of_year(trust, "finance.control_total"), -2.0 / 12, 1e-9);
  EXPECT_NEAR(mean_of_year(trust, "finance.plan_fund"), 9.0 / 12, 1e-9);
  trust.reported.erase("sustainability_allocation");
  EXPECT_NEAR(mean_of_year(trust, "finance.control_total"), -2.0 / 12, 1e-9);
  trust.reported["sustainability_allocation"] = {9, 0.0, {}};
  trust.reported["planned_surplus_to_date"].value = 1.2;  // which `uor check` refuses and a run warns of
  EXPECT_NEAR(mean_of_year(trust, "finance.control_total"), -2.0 / 12, 1e-9);
}

}  // namespace
}  // namespace uor
