// Formulas of people against values computed by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "plugins/kloe_people/model.hpp"

namespace {

constexpr double tight = 1e-12;

TEST(People, TwelveMonthsOfLeavingGiveTheRetentionRate) {
  EXPECT_NEAR(std::exp(-12.0 * people::leaving_hazard(86.0)), 0.86, tight);
  EXPECT_NEAR(std::pow(1.0 - people::leaving_share(86.0), 12.0), 0.86, tight);
  EXPECT_NEAR(people::leaving_share(100.0), 0.0, tight);
}

TEST(People, SteadyStaffStartsAsManyAsLeave) {
  // 1,000 posts, 8 % vacant: 920 in post
  const double lasting = people::lasting_vacancies(1000.0, 8.0, 920.0, 0.036, 0.036);
  EXPECT_NEAR(lasting, 80.0, tight);
  EXPECT_NEAR(people::starters(11.5, 80.0, lasting, 3.0), 11.5, tight);
}

TEST(People, WorseRetentionLeavesPostsEmptyForTheTimeToFill) {
  // 0.2 % more of 920 leave a month, three months to fill: 5.52 posts more stay empty
  EXPECT_NEAR(people::lasting_vacancies(1000.0, 8.0, 920.0, 3.0 * 0.014, 3.0 * 0.012), 85.52, 1e-9);
  EXPECT_NEAR(people::starters(12.88, 80.0, 85.52, 3.0), 12.88 - 5.52 / 3.0, 1e-9);
  EXPECT_EQ(people::starters(10.0, 0.0, 900.0, 1.0), 0.0);  // never fewer than none
}

TEST(People, GapIsVacanciesCoveredSicknessAndStartersNotYetCountedIn) {
  EXPECT_NEAR(people::gap(80.0, 920.0, 4.0, 0.55, 11.5, 0.5), 80.0 + 20.24 + 5.75, 1e-9);
}

TEST(People, CoverGoesBackToLastYearsWhenNeedDoes) {
  const people::Cover last_year{40.0, 30.0};
  const people::Cover same = people::cover_of(70.0, 70.0, last_year, 0.4);
  EXPECT_NEAR(same.bank, 40.0, tight);
  EXPECT_NEAR(same.agency, 30.0, tight);
}

TEST(People, FilledVacancyDisplacesAgencyFirstAndNeverBelowNothing) {
  const people::Cover last_year{40.0, 30.0};
  const people::Cover less = people::cover_of(60.0, 70.0, last_year, 0.4);
  EXPECT_NEAR(less.agency, 24.0, tight);  // 60 % of the ten
  EXPECT_NEAR(less.bank, 36.0, tight);
  const people::Cover little = people::cover_of(5.0, 70.0, last_year, 0.4);
  EXPECT_EQ(little.agency, 0.0);
  EXPECT_NEAR(little.bank, 5.0, tight);
}

TEST(People, MoreBankDisplacesAgencyAsFarAsThereIsAny) {
  const people::Cover moved = people::with_bank_change({40.0, 30.0}, 25.0);
  EXPECT_NEAR(moved.bank, 50.0, tight);
  EXPECT_NEAR(moved.agency, 20.0, tight);
  EXPECT_NEAR(people::with_bank_change({40.0, 30.0}, 200.0).agency, 0.0, tight);
}

TEST(People, OfAgencyGivenUpTheBankCoversItsShare) {
  const people::Cover cut = people::with_agency_factor({40.0, 30.0}, 0.8, 0.5);
  EXPECT_NEAR(cut.agency, 24.0, tight);
  EXPECT_NEAR(cut.bank, 43.0, tight);
  const people::Cover more = people::with_agency_factor({1.0, 30.0}, 2.0, 0.5);
  EXPECT_NEAR(more.agency, 60.0, tight);
  EXPECT_EQ(more.bank, 0.0);
}

TEST(People, AgencyControlsMultiplyAndNoNoiseIsNeutral) {
  EXPECT_NEAR(people::agency_factor(-10.0, -20.0, 0.0), 0.72, tight);
  EXPECT_EQ(people::agency_factor(0.0, 0.0, 0.0), 1.0);
}

TEST(People, AgencyCostsItsPremiumAndBankIsCheaperByTheStatedShare) {
  EXPECT_NEAR(people::agency_price(60.0), 1.6, tight);
  EXPECT_NEAR(people::bank_price(20.0, 20.0), 1.0, tight);
  EXPECT_NEAR(people::bank_price(60.0, 20.0), 1.6 / 1.2, tight);
}

TEST(People, SavingsTakePaidStaffAtTheirPrice) {
  EXPECT_NEAR(people::paid_staff(1000.0, -0.05, 0.005), 990.0, tight);
  EXPECT_NEAR(people::paid_staff(1000.0, -50.0, 0.005), 50.0, tight);  // nearly all is the most
}

TEST(People, OfAChangeOfNeedTheSameShareIsFilledHoweverManyPostsAreEmpty) {
  // 60 of 100 filled last year, or 60 of 300: 20 more needed, 0.85 of them filled
  EXPECT_NEAR(people::filled_of(60.0, 120.0, 100.0, 0.85), 77.0, tight);
  EXPECT_NEAR(people::filled_of(60.0, 320.0, 300.0, 0.85), 77.0, tight);
  EXPECT_EQ(people::filled_of(60.0, 20.0, 100.0, 0.85), 0.0);
  EXPECT_NEAR(people::filled_of(95.0, 3.0, 100.0, 0.5), 3.0, tight);  // no more than is needed
}

TEST(People, AgencyIsHeldByOneFactorOnWhatIsAskedFor) {
  // ceiling 1.0 GBP m a month, 30 % over it, 0.65 asked for
  EXPECT_NEAR(people::held_factor(30.0, 1.0, 0.65), 2.0, tight);
  EXPECT_EQ(people::held_factor(-100.0, 1.0, 0.65), 0.0);
  EXPECT_EQ(people::held_factor(-1000.0, 1.0, 0.65), 1.0);  // not held
}

TEST(People, AwardOverTheAssumedOneIsFundedByItsShare) {
  // 3.5 % against 2 %: index 1.0147..., half funded
  const double index = 1.035 / 1.02;
  EXPECT_NEAR(people::award_funding(20.0, index, 50.0), 0.5 * 20.0 * (1.0 - 1.02 / 1.035), tight);
  EXPECT_EQ(people::award_funding(20.0, 1.0, 50.0), 0.0);
}

TEST(People, CostPerUnitIsTheReportedOneInASteadyYear) {
  EXPECT_NEAR(people::cost_per_unit(2170.0, 240.0, 20.0, 96000.0, 8000.0, 1.0), 2170.0, 1e-9);
  // 2 % more cost, 1 % more units, 3 % national inflation
  EXPECT_NEAR(people::cost_per_unit(2170.0, 244.8, 20.0, 96960.0, 8000.0, 1.03), 2170.0 * 1.02 / 1.01 * 1.03, 1e-9);
}

TEST(People, SharesOfPayLeaveSomethingToEverybodyElse) {
  const people::Shares shares = people::pay_shares(2170.0, 530.0, 714.0, 124.0, 0.2, 0.08);
  EXPECT_NEAR(shares.doctors, 530.0 / 2170.0, tight);
  EXPECT_NEAR(shares.ahps, 155.0 / 2170.0, tight);  // grossed up for community staff
  const people::Shares held = people::pay_shares(1000.0, 530.0, 714.0, 124.0, 0.2, 0.08);
  EXPECT_NEAR(held.doctors + held.nurses + held.ahps, 0.92, tight);
}

}  // namespace
