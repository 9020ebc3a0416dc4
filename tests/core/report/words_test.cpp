#include "core/uor/report/words.hpp"

#include <gtest/gtest.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/table_html.hpp"

namespace uor::report {
namespace {

TEST(Units, HaveOneSpellingEverywhere) {
  EXPECT_EQ(unit_name("GBP per occupied m2"), "£ per occupied m²");
  EXPECT_EQ(with_unit(329.6, "GBP per occupied m2"), "£330\u00a0per occupied m²");
  EXPECT_EQ(in_unit("330", "GBP per occupied m2"), "£330 per occupied m²");
  EXPECT_EQ(with_unit(-6.1, "GBP m"), "\u2212£6.10m");
  EXPECT_EQ(with_unit(7.4, "percent"), "7.40\u00a0%");
  EXPECT_EQ(with_unit(38, "days"), "38.0\u00a0days");
  EXPECT_EQ(in_unit("2.1", "ratio"), "2.1");
}

TEST(Months, CountFromAprilAndSayTheirYear) {
  EXPECT_EQ(month_name(1), "Apr");
  EXPECT_EQ(month_name(12), "Mar");
  EXPECT_EQ(month_name(13), "Apr, year 2");
}

TEST(PlainSignedDecimals, HaveNoSignWhereTheyShowNought) {
  EXPECT_EQ(plain_signed_decimals(-0.04, 1), "0.0");
  EXPECT_EQ(plain_signed_decimals(-1.26, 1), "\u22121.3");
  EXPECT_EQ(plain_signed_decimals(1.26, 1), "+1.3");
}

TEST(TrueMinus, StandsForAHyphenThatIsASign) {
  EXPECT_EQ(true_minus("steady from -3.0 to -2.0"), "steady from \u22123.0 to \u22122.0");
  EXPECT_EQ(true_minus("-21.43"), "\u221221.43");
  EXPECT_EQ(true_minus("-\u00a38m (-2 to 3)"), "\u2212\u00a38m (\u22122 to 3)");
}

TEST(TrueMinus, LeavesWordsDatesAndOptions) {
  for (const char* text : {"non-pay", "2018-06-26", "--set finance.x=-3", "2016-18", "a - b", "runs/-1.h5", "-quick"})
    EXPECT_EQ(true_minus(text), text);
}

TEST(TrueMinus, IsThatOfTablesAndParagraphs) {
  const tables::Table table{"figures",
                            "Figures",
                            "",
                            {tables::text("Line"), tables::figures("April")},
                            {{{std::string("Pay"), std::string("-21.43")}}}};
  EXPECT_NE(page::html_of(table).find(">\u221221.43<"), std::string::npos);
  EXPECT_NE(page::paragraph("from -1.0").find("from \u22121.0"), std::string::npos);
}

}  // namespace
}  // namespace uor::report
