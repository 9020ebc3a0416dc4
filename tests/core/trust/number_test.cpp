#include "core/uor/trust/number.hpp"

#include <gtest/gtest.h>

#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using test::shipped_field;

const Where where{"t.csv", 2, 5};

double read(const std::string& text, const std::string& field) {
  return read_number(text, shipped_field(field), where).value();
}

bool unknown(const std::string& text) { return !read_number(text, shipped_field("cash"), where).has_value(); }

TEST(Number, PlainNumbersAreRead) {
  EXPECT_EQ(read("579.4", "operating_expenses"), 579.4);
  EXPECT_EQ(read(" 12 ", "cash"), 12.0);
  EXPECT_EQ(read("+1.5", "liquidity_days"), 1.5);
  EXPECT_EQ(read("-12", "liquidity_days"), -12.0);
  EXPECT_EQ(read(".5", "cash"), 0.5);
  EXPECT_EQ(read("5.794e2", "operating_expenses"), 579.4);
}

TEST(Number, ThousandsSeparatorsArePassedOver) {
  EXPECT_EQ(read("1,234.5", "operating_expenses"), 1234.5);
  EXPECT_EQ(read("1,559,440", "outpatient_attendances"), 1559440.0);
}

TEST(Number, APoundSignIsPassedOver) {
  EXPECT_EQ(read("£1,234", "operating_expenses"), 1234.0);
  EXPECT_EQ(read("£ 12.5", "cash"), 12.5);
  EXPECT_EQ(read("-£3.2", "cash"), -3.2);
  EXPECT_EQ(read("£-3.2", "cash"), -3.2);
}

TEST(Number, BracketsMeanNegative) {
  EXPECT_EQ(read("(3.2)", "ie_margin"), -3.2);
  EXPECT_EQ(read("(£3.2)", "cash"), -3.2);
  EXPECT_EQ(read("(3.2%)", "ie_margin"), -3.2);
  EXPECT_EQ(read("(3.2)%", "ie_margin"), -3.2);
}

TEST(Number, ADashOfAnyLengthMeansNegative) {
  for (const char* minus : {"-", "−", "–", "—", "‐", "‑", "‒", "﹣", "－"})
    EXPECT_EQ(read(std::string(minus) + "3.2", "ie_margin"), -3.2) << minus;
  EXPECT_EQ(read("– 3.2 %", "ie_margin"), -3.2);
}

TEST(Number, SpacesOfAnyWidthSeparateThousands) {
  for (const char* space : {" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x88"})
    EXPECT_EQ(read(std::string("1") + space + "559" + space + "440", "outpatient_attendances"), 1559440.0);
}

TEST(Number, CharactersThatNobodySeesAreTakenFromItsEnds) {
  for (const char* hidden : {"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xC2\xAD", "\xE2\x81\xA0", "\xE2\x80\x8E"})
    EXPECT_EQ(read(hidden + std::string("7.2") + hidden, "dna_rate"), 7.2);
}

TEST(Number, FullWidthCharactersAreRead) { EXPECT_EQ(read("－１２．５％", "ie_margin"), -12.5); }

TEST(Number, AnswersAreReadInEveryForm) {
  for (const char* yes : {"Yes", "TRUE", "y", "1", "true\xC2\xA0"})
    EXPECT_EQ(read(yes, "control_total_accepted"), 1.0) << yes;
  for (const char* no : {"NO", "False", "n", "0"}) EXPECT_EQ(read(no, "financial_special_measures"), 0.0) << no;
  for (const char* rating : {"Requires\xC2\xA0improvement", "requires_improvement", "RI", "REQUIRES  IMPROVEMENT"})
    EXPECT_EQ(read(rating, "quality_safe"), 2.0) << rating;
}

TEST(Number, BlankNotApplicableAndDashAreUnknown) {
  for (const char* text : {"", "  ", "\xC2\xA0", "n/a", "N/A", "na", "NA", "-", "–", "—", "\xE2\x80\x8B"})
    EXPECT_TRUE(unknown(text)) << text;
}

TEST(Number, ZeroIsZeroAndNotUnknown) { EXPECT_EQ(read("0", "interim_support"), 0.0); }

TEST(Number, APercentSignIsReadInAPercentField) {
  EXPECT_EQ(read("7.2%", "dna_rate"), 7.2);
  EXPECT_EQ(read("7.2 %", "dna_rate"), 7.2);
  EXPECT_EQ(read("26%", "agency_spend"), 26.0);
}

TEST(Number, APercentSignVouchesForAShareBelowOnePercent) { EXPECT_EQ(read("0.5%", "vacancy_rate"), 0.5); }

TEST(Number, ASmallMarginIsNotTakenForAFraction) { EXPECT_EQ(read("-0.4", "distance_from_plan"), -0.4); }

TEST(Number, YesAndNoAndRatingsAreRead) {
  EXPECT_EQ(read("yes", "control_total_accepted"), 1.0);
  EXPECT_EQ(read("No", "control_total_accepted"), 0.0);
  EXPECT_EQ(read("Requires improvement", "quality_safe"), 2.0);
  EXPECT_EQ(read("3", "quality_safe"), 3.0);
}

TEST(SourceNumber, IsScaledFromAFractionWithTheRoundingOfItsColumn) {
  const Reported occupancy = *read_source_number("0.9", shipped_field("night_bed_occupancy"), where);
  EXPECT_EQ(occupancy.value, 90.0);
  EXPECT_EQ(occupancy.rounding, 5.0);
  const Reported sickness = *read_source_number("0.04", shipped_field("sickness_absence_rate"), where);
  EXPECT_EQ(sickness.value, 4.0);
  EXPECT_EQ(sickness.rounding, 0.5);
  EXPECT_EQ(read_source_number("0.8065", shipped_field("ae_four_hour"), where)->value, 80.65);
}

TEST(SourceNumber, WrittenFinerThanItsColumnWasRoundedIsExact) {
  const Reported sickness = *read_source_number("0.041", shipped_field("sickness_absence_rate"), where);
  EXPECT_EQ(sickness.value, 4.1);
  EXPECT_EQ(sickness.rounding, 0.0);
}

TEST(SourceNumber, WithAPercentSignIsInPercent) {
  const Reported sickness = *read_source_number("4.1%", shipped_field("sickness_absence_rate"), where);
  EXPECT_EQ(sickness.value, 4.1);
  EXPECT_EQ(sickness.rounding, 0.0);
}

}  // namespace
}  // namespace uor::trust
