#include "cli/text.hpp"

#include <gtest/gtest.h>

#include "cli/csv_word.hpp"
#include "cli/progress_line.hpp"
#include "cli/text_table.hpp"

namespace uor::cli {
namespace {

TEST(Text, FiguresHaveTheDigitsTheirSizeDeserves) {
  EXPECT_EQ(figure(1234567.8), "1,234,568");
  EXPECT_EQ(figure(-2170.4), "-2,170");
  EXPECT_EQ(figure(341.4), "341");
  EXPECT_EQ(figure(12.34), "12.3");
  EXPECT_EQ(figure(7.2), "7.20");
  EXPECT_EQ(figure(0.125), "0.125");
  EXPECT_EQ(figure(0.00123), "0.0012");
  EXPECT_EQ(figure(0), "0");
  EXPECT_EQ(figure(std::numeric_limits<double>::quiet_NaN()), "unknown");
}

TEST(Text, SignedFiguresShowThePlus) {
  EXPECT_EQ(signed_figure(1.5), "+1.50");
  EXPECT_EQ(signed_figure(-1.5), "-1.50");
  EXPECT_EQ(signed_figure(0), "0");
}

TEST(Text, CountsAreGroupedByThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(Text, SharesGetASecondDecimalWithTrialsEnough) {
  EXPECT_EQ(percent(0.12345, 10000), "12.3");
  EXPECT_EQ(percent(0.12345, 100000), "12.35");
  EXPECT_EQ(counted_percent(0.12345, 10000), "12.3");
  EXPECT_EQ(counted_percent(0, 4096), "<0.1");
  EXPECT_EQ(counted_percent(0, 10000), "<0.04");
  EXPECT_EQ(counted_percent(0, 300), "<2");
}

TEST(Text, SizesAndTimesAreRounded) {
  EXPECT_EQ(bytes(512), "512 bytes");
  EXPECT_EQ(bytes(63.04e9), "63.0 GB");
  EXPECT_EQ(duration(1.25), "1.2 s");
  EXPECT_EQ(duration(75), "1 min 15 s");
  EXPECT_EQ(duration(7260), "2 h 1 min");
}

TEST(Text, WidthCountsCharactersAndNoColours) {
  EXPECT_EQ(visible_width("±0.1"), 4U);
  EXPECT_EQ(visible_width("\x1b[31mworse\x1b[0m"), 5U);
}

TEST(Text, ShorteningKeepsWithinTheWidth) {
  EXPECT_EQ(shorten("short", 5), "short");
  EXPECT_EQ(shorten("a longer text", 8), "a lon...");
  EXPECT_EQ(visible_width(shorten("ééééééééééé", 8)), 8U);
}

TEST(Text, WrappingBreaksAtSpacesAndIndents) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word ";
  const Lines lines = wrap("Note: ", words, 2);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].rfind("Note: word word", 0), 0U);
  EXPECT_EQ(lines[1].rfind("  word", 0), 0U);
  for (const std::string& line : lines) EXPECT_LE(visible_width(line), screen_width);
}

TEST(TextTable, ColumnsAreAlignedWhateverTheColours) {
  TextTable table({Align::left, Align::right}, "");
  table.row({"a", "1"});
  table.row({"bcd", "\x1b[31m±234\x1b[0m"});
  EXPECT_EQ(table.lines(), (Lines{"a       1", "bcd  \x1b[31m±234\x1b[0m"}));
}

TEST(TextTable, BlocksStandSideBySide) {
  EXPECT_EQ(side_by_side({"ab", "c"}, {"x", "y", "z"}, 2, Style(false)), (Lines{"ab  x", "c   y", "    z"}));
}

TEST(TextTable, IsReadAloudLineByLineForAPlainStyle) {
  TextTable table({Align::left, Align::right, Align::right, Align::left}, "");
  table.head({"Odds,", "", "requires", ""});
  table.head({"percent", "inadequate", "improvement", ""});
  table.row({"baseline", "21.6", "71.7", "worse"});
  table.row({"set", "", "72.0", ""});
  EXPECT_EQ(table.lines(Style(false, Layout::lines)),
            (Lines{"Odds, percent", "  baseline: inadequate 21.6; requires improvement 71.7; worse",
                   "  set: requires improvement 72.0"}));
  EXPECT_EQ(table.lines(Style(false)), table.lines());
}

TEST(TextTable, BlocksStandBelowEachOtherForAPlainStyle) {
  EXPECT_EQ(side_by_side({"ab"}, {"x", "y"}, 2, Style(false, Layout::lines)), (Lines{"ab", "", "x", "y"}));
}

TEST(Progress, TellsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_text({0, 20000, 0}), "  0 %  0 of 20,000 trials");
  EXPECT_EQ(progress_text({5000, 20000, 2}), " 25 %  5,000 of 20,000 trials  2,500 trials/s  6.0 s left");
}

TEST(Csv, TextsThatSpreadsheetsTakeForFormulasBeginWithAnApostrophe) {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r"})
    EXPECT_EQ(csv_text(start + "1"), "\"'" + start + "1\"");
  EXPECT_EQ(csv_text("a=\"b\""), "\"a=\"\"b\"\"\"");
  EXPECT_EQ(csv_word("RF4"), "RF4");
  EXPECT_EQ(csv_word("finance.score"), "finance.score");
  EXPECT_EQ(csv_word("=1"), "\"'=1\"");
  EXPECT_EQ(csv_word("a,b"), "\"a,b\"");
}

}  // namespace
}  // namespace uor::cli
