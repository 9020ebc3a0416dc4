#include "core/uor/model/today.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/error.hpp"

namespace uor::model {
namespace {

trust::Trust trust_with(const std::string& code, double closed) {
  trust::Trust trust;
  trust.code = code;
  if (closed > 0) trust.reported["last_closed_month"] = {closed, 0.0, {}};
  return trust;
}

TEST(Today, MonthsOfARunAndTheirDatesAreEachOthersInverse) {
  for (int month = -30; month <= 60; ++month)
    EXPECT_EQ(month_of_run(iso_month(month, "2018/19"), "2018/19"), month) << month;
}

TEST(Today, MonthOneIsAprilOfThePolicyYear) {
  EXPECT_EQ(iso_month(1, "2018/19"), "2018-04");
  EXPECT_EQ(iso_month(0, "2018/19"), "2018-03");
  EXPECT_EQ(iso_month(12, "2018/19"), "2019-03");
  EXPECT_EQ(month_of_run("2018-11", "2018/19"), 8);
  EXPECT_EQ(month_of_run("", "2018/19"), never);
}

TEST(Today, NowIsTheLastClosedMonthOrThatOfAFresherFigure) {
  trust::Trust trust = trust_with("A", 6);
  EXPECT_EQ(month_now(trust, "2018/19"), 6);
  trust.reported["dna_rate"].value = 7.0;
  trust.reported["dna_rate"].month = "2018-11";
  EXPECT_EQ(month_now(trust, "2018/19"), 8);
  trust.reported["dna_rate"].month = "2018-05";
  EXPECT_EQ(month_now(trust, "2018/19"), 6);
}

TEST(Today, ARunOfTodayEndsInTheLastClosedMonthAndHasNoScenario) {
  Inputs inputs;
  inputs.trusts = {trust_with("A", 5)};
  inputs.scenario.variants.push_back({});
  const Inputs today = as_of_today(inputs);
  EXPECT_TRUE(today.scenario.run.today);
  EXPECT_EQ(today.scenario.run.months, 5);
  EXPECT_EQ(today.scenario.run.assessment_month, 5);
  EXPECT_TRUE(today.scenario.variants.empty());
  inputs.trusts = {trust_with("A", 0)};
  EXPECT_EQ(as_of_today(inputs).scenario.run.months, 1);
}

TEST(Today, TrustsThatClosedDifferentMonthsHaveNoTodayInCommon) {
  Inputs inputs;
  inputs.trusts = {trust_with("A", 5), trust_with("B", 0)};
  try {
    as_of_today(inputs);
    FAIL() << "rated";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("trust A has 5 closed months and trust B has 0"), std::string::npos);
  }
}

}  // namespace
}  // namespace uor::model
