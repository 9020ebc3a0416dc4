#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Values = std::map<std::string, double>;

std::vector<Finding> findings(const Values& values) {
  Trust trust;
  int line = 5;
  for (const auto& [id, value] : values) trust.reported[id] = {value, 0, {"mine.toml", line++, 1}};
  return reconcile(trust).findings;
}

/// The texts of errors, or of warnings.
std::vector<std::string> texts(const Values& values, bool error) {
  std::vector<std::string> chosen;
  for (const Finding& finding : findings(values))
    if (finding.error == error) chosen.push_back(finding.text);
  return chosen;
}

std::vector<std::string> warnings(const Values& values) { return texts(values, false); }
std::vector<std::string> errors(const Values& values) { return texts(values, true); }

TEST(Reconcile, NothingReportedNeedsNoWarning) { EXPECT_THAT(findings({}), IsEmpty()); }

TEST(Reconcile, APartAboveItsWholeIsSaid) {
  EXPECT_THAT(warnings({{"fte_staff", 1000}, {"fte_doctors", 600}, {"fte_nurses", 500}}),
              ElementsAre("fte_doctors + fte_nurses (1100) exceeds fte_staff (1000), check both"));
  EXPECT_THAT(warnings({{"cash", 12}, {"current_assets", 10}}),
              ElementsAre("cash (12) exceeds current_assets (10), check both"));
  EXPECT_THAT(warnings({{"pay_cost_per_wau", 2000}, {"doctors_cost_per_wau", 1200}, {"nurses_cost_per_wau", 900}}),
              ElementsAre(HasSubstr("(2100) exceeds pay_cost_per_wau (2000)")));
}

TEST(Reconcile, EmployeeExpensesAboveOperatingExpensesAreSaid) {
  EXPECT_THAT(warnings({{"employee_expenses", 600}, {"operating_expenses", 500}}),
              Contains("employee_expenses (600) exceeds operating_expenses (500), check both"));
}

TEST(Reconcile, AFindingNamesThePlaceOfTheFigure) {
  const std::vector<Finding> found = findings({{"ie_margin", 3}, {"last_year_surplus", -10}, {"total_income", 500}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(to_string(found[0]), testing::StartsWith("mine.toml:5:1: ie_margin is 3 percent but"));
}

TEST(Reconcile, AMarginThatLastYearsSurplusContradictsIsAnError) {
  const Values values = {{"ie_margin", 3.1}, {"last_year_surplus", -10}, {"total_income", 500}};
  EXPECT_THAT(errors(values),
              ElementsAre("ie_margin is 3.1 percent but 100 last_year_surplus / total_income gives -2 (from "
                          "last_year_surplus -10, total_income 500; more than 2 % apart), correct the figure that is "
                          "wrong in unit or period, or leave the metric out: it is then derived"));
}

TEST(Reconcile, TwoPercentApartOrATenthOfAPointIsNoError) {
  Values values = {{"ie_margin", -10.19}, {"last_year_surplus", -50.001}, {"total_income", 500.001}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["ie_margin"] = -10.21;
  EXPECT_EQ(errors(values).size(), 1u);
  values["last_year_surplus"] = 0.401;  // a margin of 0.08
  values["ie_margin"] = 0.17;
  EXPECT_THAT(errors(values), IsEmpty());
  values["ie_margin"] = 0.19;
  EXPECT_EQ(errors(values).size(), 1u);
}

TEST(Reconcile, FiguresThatLostDigitsToRoundingAreNotRefused) {
  // -8.49 of 404.4 is a margin of -2.1; whole millions give -8 of 404, -1.98.
  EXPECT_THAT(errors({{"ie_margin", -2.1}, {"last_year_surplus", -8}, {"total_income", 404}}), IsEmpty());
  EXPECT_EQ(errors({{"ie_margin", -2.1}, {"last_year_surplus", -7.801}, {"total_income", 404.401}}).size(), 1u);
}

TEST(Reconcile, ARoundedMetricMayBeOffByItsRounding) {
  Trust trust;
  trust.reported = {
      {"ie_margin", {-2.0, 0.5, {}}}, {"last_year_surplus", {-12, 0, {}}}, {"total_income", {500, 0, {}}}};
  EXPECT_THAT(reconcile(trust).findings, IsEmpty());
}

TEST(Reconcile, ALostSignAndAFractionAreNamedAsTheLikelyFix) {
  const Values values = {{"last_year_surplus", -15}, {"total_income", 500}};
  Values lost = values, fraction = values;
  lost["ie_margin"] = 3;
  fraction["ie_margin"] = -0.03;
  EXPECT_THAT(errors(lost), ElementsAre(HasSubstr("check its sign: write -3")));
  EXPECT_THAT(errors(fraction), ElementsAre(HasSubstr("it looks like a fraction: write -3")));
}

TEST(Reconcile, AMarginOfTheMonthsToDateIsNotLastYears) {
  const Values values = {{"ie_margin", -4},        {"last_year_surplus", -10}, {"total_income", 500},
                         {"last_closed_month", 6}, {"surplus_to_date", -10},   {"income_to_date", 250}};
  EXPECT_THAT(errors(values), IsEmpty());
  EXPECT_THAT(warnings(values), ElementsAre(HasSubstr("agrees with the figures to date, and a run starts from last "
                                                      "year's), write last year's -2")));
}

TEST(Reconcile, AMarginAboveWhatTheStatementLeavesIsAnErrorWhateverTheUnknownCharges) {
  Values values = {{"total_income", 412.6}, {"operating_expenses", 421.9}, {"ie_margin", 4}};
  EXPECT_THAT(
      errors(values),
      ElementsAre("ie_margin is 4 percent but income less operating expenses leaves -2.254 at most (from "
                  "total_income 412.6, operating_expenses 421.9; depreciation, pdc_dividend, interest only lower "
                  "it), check the unit and period of each"));
  values["ie_margin"] = -2.2;  // within a tenth of a point
  EXPECT_THAT(findings(values), IsEmpty());
  values["ie_margin"] = -9;  // charges may take that much
  EXPECT_THAT(findings(values), IsEmpty());
  values["depreciation"] = 12;
  values["ie_margin"] = -4;
  EXPECT_THAT(errors(values),
              ElementsAre(HasSubstr("leaves -5.162 at most (from total_income 412.6, "
                                    "operating_expenses 421.9, depreciation 12; pdc_dividend, interest")));
}

TEST(Reconcile, ASlippedDecimalPointIsDoubted) {
  EXPECT_THAT(
      warnings({{"total_income", 41.26}, {"operating_expenses", 421.9}}),
      ElementsAre("total_income is 41.26 beside operating_expenses of 421.9, check the decimal point and the unit "
                  "of both"));
  EXPECT_THAT(findings({{"total_income", 300}, {"operating_expenses", 421.9}}), IsEmpty());
}

TEST(Reconcile, NamesOnlyWhatOtherFiguresGiveAgain) {
  const auto agreeing = [](const Values& values) {
    Trust trust;
    for (const auto& [id, value] : values) trust.reported[id] = {value, 0, {}};
    return reconcile(trust).agreeing;
  };
  EXPECT_THAT(agreeing({{"total_income", 412.6}, {"operating_expenses", 421.9}, {"ie_margin", -4}}), IsEmpty());
  EXPECT_THAT(agreeing({{"total_income", 500}, {"last_year_surplus", -10}, {"ie_margin", -2}}),
              ElementsAre("ie_margin"));
  EXPECT_THAT(agreeing({{"total_income", 500}, {"last_year_surplus", -10}, {"ie_margin", 2}}), IsEmpty());
  EXPECT_THAT(agreeing({{"current_assets", 30}, {"cash", 10}, {"receivables", 20}}), ElementsAre("current_assets"));
}

TEST(Reconcile, WithoutLastYearsSurplusTheStatementGivesTheMargin) {
  Values values = {{"total_income", 500}, {"operating_expenses", 480},
                   {"depreciation", 15},  {"pdc_dividend", 5},
                   {"interest", 10},      {"principal", 5},
                   {"ie_margin", -2},     {"capital_service_capacity", 1}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["ie_margin"] = 2.5;
  values["capital_service_capacity"] = 2;
  EXPECT_THAT(errors(values), ElementsAre(HasSubstr("ie_margin is 2.5 percent but income less operating expenses"),
                                          HasSubstr("capital_service_capacity is 2 times but (total_income - "
                                                    "operating_expenses) / capital service gives 1")));
}

/// Each metric of last year, right by last year's figures, beside figures of this year's months that give another.
TEST(Reconcile, AMetricOfLastYearIsNeverHeldAgainstTheMonthsOfThisYear) {
  const Values last_year = {{"last_year_surplus", -8.2},
                            {"total_income", 401.3},
                            {"operating_expenses", 392.6},
                            {"pdc_dividend", 3.1},
                            {"interest", 2.2},
                            {"principal", 1.9},
                            {"current_assets", 31.4},
                            {"current_liabilities", 57.6},
                            {"agency_ceiling", 10.2},
                            {"agency_spend_gbp_m", 12.9}};
  const Values to_date = {
      {"last_closed_month", 6}, {"income_to_date", 203.4},       {"surplus_to_date", -1.4},
      {"ebitda_to_date", 4.9},  {"planned_income_to_date", 202}, {"planned_surplus_to_date", -5.1},
      {"agency_to_date", 4.2},  {"current_assets_at_close", 44}, {"current_liabilities_at_close", 51},
      {"forecast_surplus", 3.1}};
  const Values metrics = {{"ie_margin", 100 * -8.2 / 401.3},
                          {"distance_from_plan", -1.4},
                          {"liquidity_days", 360 * (31.4 - 57.6) / 392.6},
                          {"capital_service_capacity", (401.3 - 392.6) / 7.2},
                          {"agency_spend", 100 * (12.9 / 10.2 - 1)}};
  for (const auto& [metric, value] : metrics) {
    Values values = last_year;
    values.insert(to_date.begin(), to_date.end());
    values[metric] = value;
    EXPECT_THAT(errors(values), IsEmpty()) << metric;
    EXPECT_THAT(warnings(values), testing::Not(Contains(testing::StartsWith(metric)))) << metric;
  }
}

TEST(Reconcile, SmallItemsThatAStatementLeavesOutAreDoubtedWithinABandAndRefusedBeyond) {
  Values values = {{"total_income", 500.01}, {"operating_expenses", 480.01},
                   {"depreciation", 15.01},  {"pdc_dividend", 5.01},
                   {"interest", 10.01},      {"ie_margin", -1.3}};
  EXPECT_THAT(errors(values), IsEmpty());
  EXPECT_THAT(warnings(values), ElementsAre(HasSubstr("small items are not in them")));
  values["ie_margin"] = -0.5;
  EXPECT_EQ(errors(values).size(), 1u);
}

TEST(Reconcile, ClosingFiguresMustFitEachOther) {
  EXPECT_THAT(
      warnings({{"last_closed_month", 6}, {"income_to_date", 200}, {"ebitda_to_date", 10}, {"pay_to_date", 195}}),
      ElementsAre(HasSubstr("exceeds the operating expenses to date (190")));
  EXPECT_THAT(warnings({{"last_closed_month", 6}, {"cash_at_close", 9}, {"current_assets_at_close", 8}}),
              ElementsAre("cash_at_close (9) exceeds current_assets_at_close (8), check both"));
  EXPECT_THAT(warnings({{"last_closed_month", 6},
                        {"interim_support", 40},
                        {"support_drawn_to_date", 3},
                        {"interim_support_at_close", 50}}),
              ElementsAre(HasSubstr("exceeds interim_support and support_drawn_to_date (43")));
}

/// What two years say that differ in one figure.
TEST(Reconcile, ThePlanToMarchIsThePlanOfTheYear) {
  Values values = {{"last_closed_month", 12},    {"income_to_date", 392},        {"surplus_to_date", -0.8},
                   {"planned_surplus", -2},      {"planned_surplus_to_date", 7}, {"sustainability_allocation", 9},
                   {"control_total_accepted", 1}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["planned_surplus_to_date"] = 1.2;
  EXPECT_THAT(
      errors(values),
      ElementsAre("planned_surplus_to_date is 1.2 with twelve closed months, when it is the plan of the year, but "
                  "planned_surplus -2 and sustainability funding 9 give 7, correct the one that is wrong"));
  values["control_total_accepted"] = 0;
  EXPECT_THAT(errors(values), ElementsAre(HasSubstr("sustainability funding 0 give -2")));
  values["planned_surplus_to_date"] = -2;
  EXPECT_THAT(errors(values), IsEmpty());
  values.erase("control_total_accepted");
  EXPECT_THAT(errors(values), IsEmpty()) << "with the allocation or without: nobody says which";
  values.erase("sustainability_allocation");
  values["planned_surplus_to_date"] = 5;
  EXPECT_THAT(errors(values), IsEmpty()) << "the rest is the fund";
  values["planned_surplus_to_date"] = -3.5;
  EXPECT_THAT(errors(values), ElementsAre(HasSubstr("-2 is more without any sustainability funding")));
  values["last_closed_month"] = 11;
  EXPECT_THAT(errors(values), IsEmpty()) << "a plan may have any phasing";
}

TEST(Reconcile, AForecastOfAClosedYearIsItsResult) {
  Values values = {
      {"last_closed_month", 12}, {"income_to_date", 392}, {"surplus_to_date", -0.8}, {"forecast_surplus", -0.8}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["forecast_surplus"] = 1.2;
  EXPECT_THAT(errors(values), IsEmpty());
  EXPECT_THAT(warnings(values),
              ElementsAre("forecast_surplus is 1.2 but the year closed with -0.8 (surplus_to_date; the "
                          "accounts alone count), delete the forecast or correct the accounts"));
  values["last_closed_month"] = 11;
  EXPECT_THAT(warnings(values), IsEmpty());
}

TEST(Reconcile, LiquidityMustAgreeWithTheBalances) {
  Values values = {
      {"current_assets", 40}, {"current_liabilities", 60}, {"operating_expenses", 360}, {"liquidity_days", -20}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["liquidity_days"] = 20;
  EXPECT_THAT(errors(values), ElementsAre(HasSubstr("check its sign: write -20")));
}

TEST(Reconcile, CapitalServiceInOneFigureServes) {
  Values values = {
      {"total_income", 500}, {"operating_expenses", 480}, {"capital_service", 10}, {"capital_service_capacity", 2}};
  EXPECT_THAT(findings(values), IsEmpty());
  values["capital_service_capacity"] = 1.5;
  EXPECT_EQ(errors(values).size(), 1u);
}

TEST(Reconcile, TheAgencyMetricMustAgreeWithSpendAndCeiling) {
  EXPECT_THAT(findings({{"agency_spend_gbp_m", 12.6}, {"agency_ceiling", 10}, {"agency_spend", 26}}), IsEmpty());
  EXPECT_THAT(warnings({{"agency_spend_gbp_m", 12.6}, {"agency_ceiling", 10}, {"agency_spend", 0.26}}),
              ElementsAre(HasSubstr("it looks like a fraction: write 26")));  // the ceiling may be of another year
  EXPECT_THAT(
      findings({{"agency_to_date", 6.3}, {"last_closed_month", 6}, {"agency_ceiling", 10}, {"agency_spend", 26}}),
      IsEmpty());
}

TEST(Reconcile, EstatesCostPerSquareMetreMustAgreeWithCostAndArea) {
  EXPECT_THAT(warnings({{"estates_cost", 30}, {"floor_area", 100000}, {"estates_cost_per_m2", 400}}),
              ElementsAre("estates_cost_per_m2 is 400 but estates_cost / floor_area gives 300, check the units and "
                          "periods"));
}

TEST(Reconcile, FiguresToDateAndTheLastClosedMonthNeedEachOther) {
  EXPECT_THAT(warnings({{"income_to_date", 200}, {"surplus_to_date", -1}}),
              ElementsAre("income_to_date, surplus_to_date given without last_closed_month (nobody can tell how many "
                          "months they cover), add it"));
  EXPECT_THAT(warnings({{"last_closed_month", 6}}), ElementsAre(HasSubstr("no figure to date is given")));
  EXPECT_THAT(warnings({{"last_closed_month", 0}, {"income_to_date", 200}}),
              ElementsAre(HasSubstr("no month is closed")));
  EXPECT_THAT(warnings({{"last_closed_month", 0}}), IsEmpty());
  EXPECT_THAT(warnings({{"last_closed_month", 3}, {"income_to_date", 250}, {"total_income", 500}}),
              ElementsAre(HasSubstr("check last_closed_month and the unit")));
}

TEST(Reconcile, ASurplusBesideADeficitMayHaveLostItsSign) {
  EXPECT_THAT(
      warnings(
          {{"last_closed_month", 6}, {"income_to_date", 200}, {"surplus_to_date", -6}, {"planned_surplus_to_date", 5}}),
      ElementsAre("surplus_to_date is -6 but planned_surplus_to_date is 5 (a surplus and a deficit), check the "
                  "sign: a deficit is negative"));
}

TEST(Reconcile, AMarginThatLooksLikeAFractionIsSaid) {
  EXPECT_THAT(warnings({{"ie_margin", -0.05}}),
              ElementsAre("ie_margin is -0.05 percent: if that is a fraction, write -5"));
}

}  // namespace
}  // namespace uor::trust
