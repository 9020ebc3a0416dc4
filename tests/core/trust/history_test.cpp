#include "core/uor/trust/history.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

/// One trust as it was known on a day.
Trust known(const std::string& code, const std::optional<Date>& date = {}) {
  const std::vector<Trust> trusts = shipped_trusts(test::data_folder, test::shipped_fields(), date);
  return *std::find_if(trusts.begin(), trusts.end(), [&](const Trust& trust) { return trust.code == code; });
}

TEST(History, AccountsAreKnownThreeMonthsAfterTheirYear) {
  const Trust june = known("RF4", Date{2018, 6, 30}), july = known("RF4", Date{2018, 7, 1});
  EXPECT_EQ(june.figures_year, "2016/17");
  EXPECT_EQ(july.figures_year, "2017/18");
  EXPECT_EQ(june.reported.at("interim_support").value, 64.047);
  EXPECT_EQ(july.reported.at("interim_support").value, 110.233);
  EXPECT_EQ(july.reported.at("interim_support_year_ago").value, 64.047);
  EXPECT_EQ(july.reported.at("ie_margin_year_ago").value, june.reported.at("ie_margin").value);
}

TEST(History, WhatWasPublishedLaterIsNotKnown) {
  const Trust then = known("RF4", Date{2018, 1, 10});
  for (const char* later : {"sickness_absence_rate", "delayed_transfer_days", "patients", "staff_retention_rate"})
    EXPECT_FALSE(then.reported.contains(later)) << later;
  EXPECT_TRUE(known("RF4", Date{2019, 8, 1}).reported.contains("sickness_absence_rate"));
}

TEST(History, WithoutADateTheNewestYearsCount) {
  const Trust now = known("RF4");
  EXPECT_EQ(now.figures_year, "2018/19");
  EXPECT_EQ(now.reported.at("interim_support").value, 175.833);
  EXPECT_EQ(now.reported.at("ae_four_hour").value, 80.65);
}

TEST(History, AMeasureOnAnotherBasisIsMarkedAndHasAWidth) {
  const Reported dna = known("RF4").reported.at("dna_rate");
  EXPECT_TRUE(dna.carried);
  EXPECT_EQ(dna.rounding, 0.3);
  EXPECT_EQ(dna.source, "NHS England, quarterly activity return, 2018/19");
  EXPECT_FALSE(known("RF4").reported.at("ie_margin").carried);
}

TEST(History, SpecialMeasuresThatNobodyEndedAreDrawn) {
  EXPECT_EQ(known("RF4", Date{2018, 7, 1}).reported.at("financial_special_measures").value, 1);
  const Reported later = known("RF4", Date{2019, 7, 1}).reported.at("financial_special_measures");
  const Interval drawn = interval_of(later, test::shipped_field("financial_special_measures"));
  EXPECT_EQ(drawn.lower, 0);
  EXPECT_EQ(drawn.upper, 1);
  EXPECT_FALSE(known("RTH").reported.contains("financial_special_measures"));
}

TEST(History, SixInitialMetricsAreKnownOfNearlyAllTrusts) {
  int with_six = 0;
  for (const Trust& trust : shipped_trusts(test::data_folder, test::shipped_fields())) {
    int metrics = 0;
    for (const auto& [id, reported] : trust.reported) metrics += test::shipped_field(id).group == "metric" ? 1 : 0;
    with_six += metrics >= 6 ? 1 : 0;
  }
  EXPECT_GE(with_six, 130);
}

TEST(History, TheAccountsOfEveryTrustLeaveRoomForItsCharges) {
  for (const Trust& trust : shipped_trusts(test::data_folder, test::shipped_fields())) {
    const double income = trust.reported.at("total_income").value;
    const double spent = income * (1 - trust.reported.at("ie_margin").value / 100);
    EXPECT_GE(spent, 1.047 * trust.reported.at("operating_expenses").value) << trust.code;
  }
}

TEST(History, AYearIsReadFromItsLabel) {
  EXPECT_EQ(first_year_of("2018/19"), 2018);
  EXPECT_EQ(first_year_of("2018-19"), 0);
  EXPECT_EQ(first_year_of(""), 0);
}

}  // namespace
}  // namespace uor::trust
