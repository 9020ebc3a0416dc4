#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/number.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using test::shipped_field;
using testing::HasSubstr;

const Where where{"t.csv", 2, 5};

std::string refusal(const std::string& text, const std::string& field) {
  return test::message_of([&] { read_number(text, shipped_field(field), where); });
}

std::string source_refusal(const std::string& text, const std::string& field) {
  return test::message_of([&] { read_source_number(text, shipped_field(field), where); });
}

TEST(BadNumber, TextIsRefused) {
  EXPECT_EQ(
      refusal("about 5", "cash"),
      "t.csv:2:5: cash is 'about 5' (not a number), write a number (in GBP m), or leave it blank when it is unknown");
}

TEST(BadNumber, NotANumberAndInfinityAreRefused) {
  EXPECT_EQ(refusal("NaN", "cash"),
            "t.csv:2:5: cash is 'NaN' (not a finite number), leave it blank when it is unknown");
  EXPECT_THAT(refusal("inf", "cash"), HasSubstr("(not a finite number)"));
  EXPECT_THAT(refusal("-Infinity", "cash"), HasSubstr("(not a finite number)"));
  EXPECT_THAT(refusal("1e999", "cash"), HasSubstr("cash is '1e999' (not a number)"));
}

TEST(BadNumber, ADecimalCommaIsRefused) {
  EXPECT_EQ(refusal("7,2", "dna_rate"),
            "t.csv:2:5: dna_rate is '7,2' (misplaced comma), separate groups of three digits and write decimals with a "
            "point");
  EXPECT_THAT(refusal("1,23,456", "patients"), HasSubstr("(misplaced comma)"));
  EXPECT_THAT(refusal("1.234,5", "operating_expenses"), HasSubstr("(misplaced comma)"));
}

TEST(BadNumber, ADecimalCommaAfterAZeroIsRefused) {
  for (const char* comma : {"0,045", "-0,045", "0,072", "00,500", "012,345", "£0,450", "(0,450)", "0,450%"})
    EXPECT_THAT(refusal(comma, "cash"), HasSubstr("(misplaced comma)")) << comma;
  EXPECT_THAT(source_refusal("0,125", "sickness_absence_rate"), HasSubstr("(misplaced comma)"));
  EXPECT_THAT(refusal("0 045", "cash"), HasSubstr("(not a number)"));
}

TEST(BadNumber, ALetterForMillionsIsRefused) {
  EXPECT_EQ(refusal("£579.4m", "operating_expenses"),
            "t.csv:2:5: operating_expenses is '£579.4m' (a number with a letter), write it in full in the unit of the "
            "field");
}

TEST(BadNumber, AnOpenBracketIsRefused) {
  EXPECT_EQ(refusal("(3.2", "cash"), "t.csv:2:5: cash is '(3.2' (a bracket is not closed), write (1.5) or -1.5");
}

TEST(BadNumber, TwoSignsAreRefused) {
  EXPECT_THAT(refusal("(-3.2)", "cash"), HasSubstr("(not a number)"));
  EXPECT_THAT(refusal("--3", "cash"), HasSubstr("(not a number)"));
}

TEST(BadNumber, APercentSignOutsidePercentFieldsIsRefused) {
  EXPECT_EQ(refusal("7.2%", "cash"), "t.csv:2:5: cash is '7.2%' (a percent sign), write it in GBP m");
}

TEST(BadNumber, AFractionInAPercentFieldIsRefused) {
  EXPECT_EQ(refusal("0.072", "dna_rate"),
            "t.csv:2:5: dna_rate is 0.072 percent (it looks like a fraction), write 7.2, or \"0.072%\" if it is that "
            "small");
}

TEST(BadNumber, AFractionBelowTheRangeIsRefused) {
  EXPECT_EQ(refusal("0.858", "staff_retention_rate"),
            "t.csv:2:5: staff_retention_rate is 0.858 percent (it looks like a fraction), write 85.8");
}

TEST(BadNumber, ThousandsInAMillionFieldAreRefused) {
  EXPECT_EQ(refusal("579,437", "operating_expenses"),
            "t.csv:2:5: operating_expenses is 579437 GBP m (it looks like GBP thousand), write 579.437");
}

TEST(BadNumber, PoundsInAMillionFieldAreRefused) {
  EXPECT_EQ(refusal("£579,437,000", "operating_expenses"),
            "t.csv:2:5: operating_expenses is 579437000 GBP m (it looks like GBP), write 579.437");
}

TEST(BadNumber, BothReadingsAreOfferedWhereBothFit) {
  EXPECT_EQ(refusal("20,000", "agency_spend_gbp_m"),
            "t.csv:2:5: agency_spend_gbp_m is 20000 GBP m (it looks like GBP thousand or GBP), write 20 or 0.02");
}

TEST(BadNumber, PoundsInAThousandFieldAreRefused) {
  EXPECT_EQ(refusal("680,000", "finance_cost_per_100m"),
            "t.csv:2:5: finance_cost_per_100m is 680000 GBP thousand (it looks like GBP), write 680");
}

TEST(BadNumber, ThousandsInAPoundFieldAreRefused) {
  EXPECT_EQ(refusal("2.17", "pay_cost_per_wau"),
            "t.csv:2:5: pay_cost_per_wau is 2.17 GBP (it looks like GBP thousand), write 2170");
}

TEST(BadNumber, AnIndexInPercentIsRefused) {
  EXPECT_EQ(refusal("117", "market_forces_factor"),
            "t.csv:2:5: market_forces_factor is 117 ratio (it looks like percent), write 1.17");
}

TEST(BadNumber, ANegativeCostIsRefused) {
  EXPECT_EQ(refusal("(20.5)", "agency_spend_gbp_m"),
            "t.csv:2:5: agency_spend_gbp_m is -20.5 GBP m (negative), costs and counts are positive: write 20.5");
}

TEST(BadNumber, AnythingElseOutOfRangeIsRefusedWithTheRange) {
  EXPECT_EQ(refusal("400", "liquidity_days"),
            "t.csv:2:5: liquidity_days is 400 days (out of range), it must be from -300 to 300 days");
}

TEST(BadNumber, AHalfRatingIsRefused) {
  EXPECT_EQ(refusal("2.5", "quality_safe"),
            "t.csv:2:5: quality_safe is 2.5 rating (a whole number is needed), write one from 1 to 4");
}

TEST(BadSourceNumber, APercentInAFractionColumnIsRefused) {
  EXPECT_EQ(
      source_refusal("4.1", "sickness_absence_rate"),
      "t.csv:2:5: column 'sickness_absence_rate' is 4.1 (this column holds fractions), write the fraction or add a "
      "percent sign");
}

TEST(BadSourceNumber, TextIsRefusedByTheNameOfItsColumn) {
  EXPECT_THAT(source_refusal("x", "operating_expenses"),
              HasSubstr("t.csv:2:5: column 'operating_expenses_gbp_m' is 'x' (not a number)"));
}

}  // namespace
}  // namespace uor::trust
