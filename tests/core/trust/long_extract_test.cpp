#include "core/uor/trust/long_extract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using test::message_of;
using testing::HasSubstr;

std::vector<Trust> read(const std::string& rows, const BadRows& bad = {}) {
  const CsvTable table = parse_csv("Organisation code,Metric,Period,Value\n" + rows, "long.csv");
  EXPECT_TRUE(is_long_extract(table));
  return trusts_of_long_extract(table, "long.csv", test::shipped_fields(), bad);
}

TEST(LongExtract, TheNewestPeriodCountsAndThatOfAYearBeforeIsAYearAgo) {  // M044
  const Trust trust = read("RF4,dna_rate,2017-11,9.5\nRF4,dna_rate,2018-11,7.0\nRF4,dna_rate,2018-06,8.0\n").at(0);
  EXPECT_EQ(trust.code, "RF4");
  EXPECT_EQ(trust.reported.at("dna_rate").value, 7.0);
  EXPECT_EQ(trust.reported.at("dna_rate").month, "2018-11");
  EXPECT_EQ(trust.reported.at("dna_rate_year_ago").value, 9.5);
}

TEST(LongExtract, YearsAndQuartersEndInTheirLastMonthAndTitlesNameMetrics) {
  const std::vector<Trust> trusts = read(
      "RF4,Did-not-attend rate,2018/19,7.1\nRF4,Did-not-attend rate,2018/19 Q3,7.9\n"
      "R1F,sickness_absence_rate,2018-19,4.2\nR1F,sickness_absence_rate,2018/19 Q2,4.9\n");
  ASSERT_EQ(trusts.size(), 2U);
  EXPECT_EQ(trusts[0].reported.at("dna_rate").value, 7.1);
  EXPECT_EQ(trusts[0].reported.at("dna_rate").month, "");  // a year is no month
  EXPECT_EQ(trusts[1].reported.at("sickness_absence_rate").value, 4.2);
}

TEST(LongExtract, ItsTrustsReadBackFromTheirText) {
  const Trust trust = read("RF4,dna_rate,2018-11,7.0\nRF4,operating_expenses,2018/19,600\n").at(0);
  const Trust again = parse_trust_csv(trust.text, "long.csv", test::shipped_fields()).at(0);
  EXPECT_EQ(again.reported.at("dna_rate").value, 7.0);
  EXPECT_EQ(again.reported.at("dna_rate").month, "2018-11");
  EXPECT_EQ(again.reported.at("operating_expenses").value, 600);
}

TEST(LongExtract, RefusesWhatItCannotReadWithPlaceValueAndFix) {
  EXPECT_THAT(message_of([] { read("RF4,dna_rat,2018-11,7\n"); }),
              AllOf(HasSubstr("long.csv:2:5"), HasSubstr("dna_rat"), HasSubstr("dna_rate")));
  EXPECT_THAT(message_of([] { read("RF4,dna_rate,2018,7\n"); }),
              AllOf(HasSubstr("long.csv:2:14"), HasSubstr("calendar year"), HasSubstr("2018/19")));
  EXPECT_THAT(message_of([] { read("RF4,dna_rate,2018-11,7\nRF4,dna_rate,Nov 2018,8\n"); }),
              AllOf(HasSubstr("long.csv:3"), HasSubstr("line 2"), HasSubstr("delete one")));
  EXPECT_THAT(message_of([] { read("RF4,dna_rate,2018-11,0.07\n"); }), HasSubstr("0.07"));
}

TEST(LongExtract, BadRowsCanBeLeftOut) {
  std::vector<std::string> left_out;
  const std::vector<Trust> trusts = read("RF4,dna_rat,2018-11,7\nRF4,dna_rate,2018-11,7\n", BadRows(left_out));
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_THAT(left_out[0], HasSubstr("dna_rat"));
  EXPECT_EQ(trusts.at(0).reported.at("dna_rate").value, 7);
}

TEST(LongExtract, ATableWithAFieldAColumnIsNone) {
  EXPECT_FALSE(is_long_extract(parse_csv("code,dna_rate\nRF4,7\n", "wide.csv")));
}

}  // namespace
}  // namespace uor::trust
