#include "core/uor/report/page/words.hpp"

#include <gtest/gtest.h>

#include "core/uor/report/page/markup.hpp"

namespace uor::report::page {
namespace {

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
  Table table("Figures");
  table.head({"Line", "April"}).row({"Pay", "-21.43"});
  EXPECT_NE(table.html().find(">\u221221.43<"), std::string::npos);
  EXPECT_NE(paragraph("from -1.0").find("from \u22121.0"), std::string::npos);
}

}  // namespace
}  // namespace uor::report::page
