#include "core/uor/workbook/written_text.hpp"

#include <gtest/gtest.h>

namespace uor::workbook {
namespace {

TEST(WrittenText, NamesThatFollowTheRulesStay) {
  for (const char* name : {"odds", "odds_RF4", "from_to", "lever_keys", "odds_by_month_RF4_0", "_x", "Rate.2"})
    EXPECT_EQ(range_name(name), name);
}

TEST(WrittenText, NamesThatBreakTheRulesAreMended) {
  EXPECT_EQ(range_name("odds_A-1"), "odds_A_1");
  EXPECT_EQ(range_name("1A"), "_1A");
  EXPECT_EQ(range_name(""), "_");
  EXPECT_EQ(range_name("a b\u00e9"), "a_b__");
  for (const char* cell : {"A1", "XFD1048576", "r1c1", "R", "c", "RC", "R1", "C12", "abc123"})
    EXPECT_EQ(range_name(cell), std::string("_") + cell);
  EXPECT_LE(range_name(std::string(400, 'x')).size(), 255U);
}

TEST(WrittenText, CellsHoldWhatXmlCan) {
  EXPECT_EQ(cell_text("a\x08\ufffe"), "a\uFFFD\uFFFD");
  EXPECT_EQ(cell_text(std::string(32767, 'x')).size(), 32767U);
  const std::string shortened = cell_text(std::string(40000, 'x'));
  EXPECT_EQ(shortened.size(), 32767U);
  EXPECT_TRUE(shortened.ends_with("x ... (cut here: a cell holds 32,767 characters; the result file has all)"));
}

TEST(WrittenText, TitlesAreNoFormulas) { EXPECT_EQ(title_text("=1+1"), " =1+1"); }

}  // namespace
}  // namespace uor::workbook
