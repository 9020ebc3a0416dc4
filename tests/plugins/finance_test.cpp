// The formulas of the finance model, and the finance score against an independent statement of its rule.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "plugins/kloe_finance/model.hpp"
#include "plugins/kloe_finance/schemes.hpp"

namespace finance {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double exact = 1e-12;
constexpr Overrides framework{3, 3, 2, 4};

/// The rule as a table of whole numbers: five scores add up to 5..20; a 4 anywhere makes it 3 at best.
int score_by_table(const std::array<int, 5>& scores) {
  int sum = 0;
  bool has_four = false;
  for (const int score : scores) {
    sum += score;
    has_four = has_four || score == 4;
  }
  const int mean = sum <= 7 ? 1 : sum <= 12 ? 2 : sum <= 17 ? 3 : 4;
  return has_four && mean < 3 ? 3 : mean;
}

std::array<int, 5> combination(int number) {
  std::array<int, 5> scores{};
  for (int& score : scores) {
    score = number % 4 + 1;
    number /= 4;
  }
  return scores;
}

double score_of(const std::array<int, 5>& s, bool accepted, bool deficit, bool special) {
  return finance_score(s[0], s[1], s[2], s[3], s[4], accepted, deficit, special, framework);
}

TEST(FinanceScore, AgreesWithTheTableForAllCombinations) {
  for (int number = 0; number < 1024; ++number) {
    const std::array<int, 5> scores = combination(number);
    EXPECT_EQ(score_of(scores, true, false, false), score_by_table(scores)) << number;
  }
}

TEST(FinanceScore, IsLimitedWhenTheControlTotalIsRefused) {
  for (int number = 0; number < 1024; ++number) {
    const std::array<int, 5> scores = combination(number);
    const int rule = score_by_table(scores);
    EXPECT_EQ(score_of(scores, false, true, false), std::max(rule, 3)) << number;
    EXPECT_EQ(score_of(scores, false, false, false), std::max(rule, 2)) << number;
  }
}

TEST(FinanceScore, IsFourInSpecialMeasures) { EXPECT_EQ(score_of({1, 1, 1, 1, 1}, true, false, true), 4); }

TEST(FinanceScore, GivesAnExactHalfToTheBetterScore) { EXPECT_EQ(rounded_mean(1, 1, 1, 2, 2.5), 1); }

TEST(MetricScores, GiveOneForEveryFigureOfAKnownTrust) {
  // Alder Hey 2017/18: capacity 2.6, liquidity 30.56, margin 8.46, variance 8.40, agency -55.96
  EXPECT_EQ(score_capital_service(2.6, {2.5, 1.75, 1.25}, 1e-9), 1);
  EXPECT_EQ(score_liquidity(30.56, {0, -7, -14}, 1e-9), 1);
  EXPECT_EQ(score_margin(8.46, {1, 0, -1}, 1e-9), 1);
  EXPECT_EQ(score_distance(8.40, {0, -1, -2}, 1e-9), 1);
  EXPECT_EQ(score_agency(-55.96, {0, 25, 50}, 1e-9), 1);
}

TEST(MetricScores, PutEachEdgeOnTheStatedSide) {
  const Edges capacity{2.5, 1.75, 1.25}, margin{1, 0, -1}, distance{0, -1, -2}, agency{0, 25, 50};
  EXPECT_EQ(score_capital_service(2.5, capacity, 1e-9), 2);
  EXPECT_EQ(score_capital_service(1.75, capacity, 1e-9), 2);
  EXPECT_EQ(score_capital_service(1.25, capacity, 1e-9), 3);
  EXPECT_EQ(score_margin(1.0, margin, 1e-9), 2);
  EXPECT_EQ(score_margin(-1.0, margin, 1e-9), 4);
  EXPECT_EQ(score_distance(0.0, distance, 1e-9), 1);
  EXPECT_EQ(score_distance(-2.0, distance, 1e-9), 4);
  EXPECT_EQ(score_agency(0.0, agency, 1e-9), 1);
  EXPECT_EQ(score_agency(50.0, agency, 1e-9), 3);
}

TEST(MetricScores, AreNotMovedByRounding) {
  EXPECT_EQ(score_distance(-1e-12, {0, -1, -2}, 1e-9), 1);
  EXPECT_EQ(score_agency(1e-12, {0, 25, 50}, 1e-9), 1);
}

TEST(MetricScores, FollowTheBandsOfAgencyOverspend) {
  const Edges agency{0, 25, 50};
  const std::array<double, 5> over = {10, 24, 26, 49, 51};
  const std::array<double, 5> score = {2, 2, 3, 3, 4};
  for (std::size_t i = 0; i < over.size(); ++i) EXPECT_EQ(score_agency(over[i], agency, 1e-9), score[i]);
}

TEST(Anchoring, ClosesIncomeToTheMargin) {
  const double income = income_from_margin(420.0, -5.0);
  EXPECT_NEAR(income, 400.0, exact);
  EXPECT_NEAR(100.0 * (income - 420.0) / income, -5.0, exact);
}

TEST(Anchoring, TakesTheMarginFromLastYearsSurplus) {
  EXPECT_NEAR(margin_from_surplus(-8.0, 408.0, unknown), -2.0, exact);  // an income of 400
  EXPECT_FALSE(known(margin_from_surplus(unknown, 408.0, unknown)));
}

TEST(Anchoring, TakesLiquidityFromBalancesWhenBothAreReported) {
  EXPECT_NEAR(liquidity_from_balances(40.0, 60.0, 360.0, 7.0), -20.0, exact);
  EXPECT_EQ(liquidity_from_balances(40.0, unknown, 360.0, 7.0), 7.0);
  EXPECT_EQ(liquidity_from_balances(unknown, 60.0, 360.0, 7.0), 7.0);
}

TEST(Anchoring, TakesPrincipalFromCapitalServiceInOneFigure) {
  EXPECT_EQ(principal_from_service(3.0, 9.0, 5.0), 3.0);
  EXPECT_EQ(principal_from_service(unknown, 9.0, 5.0), 4.0);
  EXPECT_EQ(principal_from_service(unknown, 4.0, 5.0), 0.0);
  EXPECT_FALSE(known(principal_from_service(unknown, unknown, 5.0)));
}

TEST(Anchoring, PrefersTheGrowthOfSupportToItsLevel) {
  EXPECT_NEAR(margin_from_support(60, 40, 400, {1, 0.7}, {1.3, 0.22}), 1 - 0.7 * 5, exact);
  EXPECT_NEAR(margin_from_support(60, unknown, 400, {1, 0.7}, {1.3, 0.22}), 1.3 - 0.22 * 15, exact);
  EXPECT_NEAR(margin_from_support(0, 0, 400, {1, 0.7}, {1.3, 0.22}), 1.3, exact);
}

TEST(Anchoring, TakesPrincipalFromAReportedCapacityWhenPossible) {
  EXPECT_NEAR(principal_of(unknown, 2.0, 20.0, 6.0, 40.0, 1.0), 4.0, exact);
  EXPECT_NEAR(principal_of(3.0, 2.0, 20.0, 6.0, 40.0, 1.0), 3.0, exact);
  EXPECT_NEAR(principal_of(unknown, unknown, 20.0, 6.0, 40.0, 1.0), 1.0, exact);
  EXPECT_NEAR(principal_of(unknown, -2.0, 20.0, 6.0, 40.0, 1.0), 1.0, exact);
  EXPECT_NEAR(principal_of(unknown, 0.0, 20.0, 6.0, 40.0, 1.0), 1.0, exact);
}

TEST(Anchoring, KeepsCashLevelByTheCapitalSpendItDerives) {
  EXPECT_NEAR(affordable_capital_spend(14, 4, 3, false, 0.4), 13, exact);
  EXPECT_NEAR(affordable_capital_spend(14, 4, -3, false, 0.4), 7, exact);
  EXPECT_NEAR(affordable_capital_spend(14, 4, -3, true, 0.4), 10, exact);
  EXPECT_NEAR(affordable_capital_spend(14, 4, -30, false, 0.4), 5.6, exact);
}

TEST(Anchoring, EarnsTheFundOfLastYearByItsDistanceFromPlan) {
  EXPECT_NEAR(earned_share_last_year(0.1, 0.7, 0.35, 0.5), 0.85, exact);
  EXPECT_NEAR(earned_share_last_year(-0.1, 0.7, 0.35, 0.5), 0.245, exact);
}

TEST(Extremes, StayFiniteWithoutCapitalService) {
  EXPECT_EQ(capital_service_capacity(5.0, 0.0, 1e-6, -50, 100), 100);
  EXPECT_EQ(capital_service_capacity(-5.0, 0.0, 1e-6, -50, 100), -50);
  EXPECT_EQ(capital_service_capacity(0.0, 0.0, 1e-6, -50, 100), 0);
}

TEST(Extremes, StayFiniteWithoutAnAgencyCeiling) {
  EXPECT_EQ(over_ceiling(3.0, 0.0, 1e-6, 1000), 1000);
  EXPECT_EQ(over_ceiling(0.0, 0.0, 1e-6, 1000), 0);
  EXPECT_TRUE(std::isfinite(ceiling_from(3.0, -100.0)));
}

TEST(Extremes, StayFiniteWithoutExpensesOrIncome) {
  EXPECT_EQ(liquidity_days(-10.0, 0.0, 1, 1000), -1000);
  EXPECT_EQ(margin_percent(-10.0, 0.0, 1000), -1000);
}

TEST(Agency, CeilingAndDistanceAreInverse) {
  EXPECT_NEAR(over_ceiling(12.4, ceiling_from(12.4, 24.0), 1e-6, 1000), 24.0, 1e-9);
}

TEST(Plan, ReachesItsControlTotalByTheCostPressure) {
  const double pressure = cost_pressure(40.0, 1.5, 2.0, -1.0, 39.0);
  EXPECT_NEAR(40.0 + 1.5 - 2.0 - (39.0 + pressure), -1.0, exact);
}

TEST(Plan, TakesTheReportedControlTotalBeforeTheDerivedOne) {
  EXPECT_NEAR(control_total(-12.0, -2.0, 40.0, 1.0, 1), -1.0, exact);
  EXPECT_NEAR(control_total(unknown, -2.0, 40.0, 1.0, 1), -1.6, exact);
  EXPECT_NEAR(control_total(unknown, -2.0, 40.0, 1.0, 3), -0.8, exact);
}

TEST(Savings, KeepTheYearWhateverTheirPhasing) {
  for (const double back_loading : {0.0, 0.5, 1.0, 2.0}) {
    for (const double planned_start : {1.0, 2.5, 7.0, 12.0}) {
      const double start = scheme_start(planned_start, back_loading);
      double year = 0;
      for (int month = 1; month <= 12; ++month) year += scheme_pace(24, 25, start) * scheme_running(month, start);
      EXPECT_NEAR(year, 6.0, 1e-9) << back_loading << " " << planned_start;
    }
  }
}

TEST(Savings, OfTheTypicalProgrammeAreBackLoadedAsTheSectors) {
  double shares = 0, half_year = 0, quarter = 0;
  constexpr std::size_t rows_a_scheme = std::size(scheme_drivers_rows) / 8;
  for (std::size_t i = 0; i < std::size(scheme_drivers_rows); i += rows_a_scheme) {
    const double share = scheme_drivers_rows[i].driver.p[0], start = scheme_drivers_rows[i + 2].driver.p[0];
    shares += share;
    for (int month = 1; month <= 6; ++month) {
      const double planned = scheme_pace(1, share, start) * scheme_running(month, start);
      half_year += planned;
      if (month <= 3) quarter += planned;
    }
  }
  EXPECT_NEAR(shares, 100.0, exact);
  EXPECT_NEAR(half_year, 0.36, 0.01);  // 2017/18: 36 % by half-year (hfma providers-count-cost)
  EXPECT_NEAR(quarter, 0.155, 0.015);  // 2018/19: 15.5 % of the plan in quarter 1
}

TEST(Savings, OfASchemeThatStartsInTheYearLastWithTheRestInTheNext) {
  const double start = scheme_start(4, 1), pace = scheme_pace(9, 100, start);
  EXPECT_NEAR(pace, 1.0, exact);                            // (13 - 4) months of this year
  EXPECT_NEAR(12 * pace - 9.0, 3.0, exact);                 // and the rest in the next
  EXPECT_NEAR(scheme_running(5, start + 1.5), 0.5, exact);  // a delay of a month and a half
  EXPECT_EQ(scheme_running(12, start + 10), 0);
}

TEST(Savings, AreRecurrentAsStatedOrAsTheProgramme) {
  EXPECT_NEAR(scheme_recurrent(-1, 72, 60), 0.72, exact);
  EXPECT_NEAR(scheme_recurrent(100, 72, 72), 1.0, exact);
  EXPECT_NEAR(scheme_recurrent(100, 50, 72), 0.78, exact);
  EXPECT_EQ(scheme_recurrent(10, 50, 72), 0);
}

TEST(Savings, AreDeliveredByRecordAndSlippage) {
  EXPECT_NEAR(delivery_share(87, unknown, 87, 0.5, 110), 0.87, exact);
  EXPECT_NEAR(delivery_share(87, 97, 87, 0.5, 110), 0.92, exact);
  EXPECT_NEAR(delivery_share(109, 120, 87, 0.5, 110), 1.10, exact);
  EXPECT_NEAR(after_slippage(20, 50), 0.4, exact);
  EXPECT_EQ(after_slippage(100, 0), 0);
}

TEST(Savings, OfFinishedYearsStayAtTheirLastPace) {
  EXPECT_NEAR(carried_savings(true, 0.3, 0.5), 0.8, exact);
  EXPECT_NEAR(carried_savings(false, 0.8, 0.7), 0.8, exact);
}

TEST(Contingency, IsLetGoOnlyForAShortfall) {
  EXPECT_EQ(contingency_release(-1.0, 0.5), 0);
  EXPECT_EQ(contingency_release(0.2, 0.5), 0.2);
  EXPECT_EQ(contingency_release(2.0, 0.5), 0.5);
}

TEST(OneOffs, CloseASteadyGapByTheLastMonth) {
  const double pace = 0.2;
  double gap = 6 * pace;
  for (int month = 7; month <= 12; ++month) gap += pace - one_off_benefit(gap, month - 1, 13 - month, 100.0, 0.0);
  EXPECT_LT(gap, pace);
  EXPECT_EQ(one_off_benefit(0.0, 6, 6, 100.0, 0.1), 0);
  EXPECT_EQ(one_off_benefit(5.0, 6, 6, 0.3, 0.0), 0.3);
}

TEST(Fund, IsASwitchThatKeepsFinishedQuarters) {
  EXPECT_EQ(fund_earned(true, 6.5, 1.5), 6.5);
  EXPECT_EQ(fund_earned(false, 6.5, 1.5), 1.5);
  EXPECT_TRUE(control_total_met(-5.0000001, -5.0, 0.001));
  EXPECT_FALSE(control_total_met(-5.01, -5.0, 0.001));
}

TEST(Fund, PaysABonusUpToItsLimit) {
  EXPECT_EQ(incentive(-4.0, -5.0, 1.0, 10.0), 1.0);
  EXPECT_EQ(incentive(-4.0, -5.0, 2.0, 1.5), 1.5);
  EXPECT_EQ(incentive(-6.0, -5.0, 1.0, 10.0), 0.0);
}

TEST(Cash, IsHeldAtItsFloorAndPaysBackOnlyWhatIsExtra) {
  EXPECT_EQ(support_needed(-3.0, 2.0), 5.0);
  EXPECT_EQ(support_needed(3.0, 2.0), 0.0);
  EXPECT_EQ(support_repaid(9.0, 6.0, 1.0), 1.0);
  EXPECT_EQ(support_repaid(9.0, 6.0, 10.0), 3.0);
  EXPECT_EQ(support_repaid(5.0, 6.0, 10.0), 0.0);
}

TEST(Dividend, IsFlooredAtZero) {
  EXPECT_NEAR(pdc_dividend(120.0, 3.5), 0.35, exact);
  EXPECT_EQ(pdc_dividend(-20.0, 3.5), 0.0);
}

TEST(Liquidity, CountsThirtyDaysAMonth) { EXPECT_NEAR(liquidity_days(-10.0, 60.0, 2, 1000), -10.0, exact); }

TEST(SupportScore, PassesThroughItsPointsAndNeverRises) {
  const SupportScale scale{3.2, 5, 3.0, 15, 2.0, 50, 1.2};
  EXPECT_NEAR(support_score(0, scale), 3.2, exact);
  EXPECT_NEAR(support_score(5, scale), 3.0, exact);
  EXPECT_NEAR(support_score(15, scale), 2.0, exact);
  EXPECT_NEAR(support_score(50, scale), 1.2, exact);
  EXPECT_NEAR(support_score(80, scale), 1.2 - 0.8 * 30.0 / 35.0, exact);  // and runs on
  for (double percent = 0; percent < 60; percent += 0.5) {
    EXPECT_LE(support_score(percent + 0.5, scale), support_score(percent, scale));
  }
}

TEST(FinanceEvidence, MovesNothingWhenItIsOnlyAsserted) {
  EXPECT_EQ(supported_evidence(4.0, 0.0), 2.5);
  EXPECT_EQ(supported_evidence(4.0, 1.0), 4.0);
}

}  // namespace
}  // namespace finance
