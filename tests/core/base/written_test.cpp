#include "core/uor/base/written.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

TEST(Written, EndsAreTrimmedOfBlanksAndOfWhatNobodySees) {
  EXPECT_EQ(trimmed(" \t\xC2\xA0\xE2\x80\x8B"
                    "a b\xE2\x80\x89\xEF\xBB\xBF\r\n"),
            "a b");
  EXPECT_EQ(trimmed("\xE3\x80\x80"), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Written, InOneLineBlanksOfEveryKindAreOneSpace) {
  EXPECT_EQ(one_line("  Requires\xC2\xA0\n improve\xC2\xADment "), "Requires improvement");
}

TEST(Written, YesAndNoAreReadInEveryForm) {
  for (const char* yes : {"yes", "Yes", "YES", "y", "Y", "true", "TRUE", "True", "t", "1", " yes\xC2\xA0"})
    EXPECT_EQ(yes_or_no(yes), true) << yes;
  for (const char* no : {"no", "No", "NO", "n", "false", "FALSE", "f", "0", "no\xE2\x80\x8B"})
    EXPECT_EQ(yes_or_no(no), false) << no;
  for (const char* other : {"", "maybe", "2", "yes!", "oui", "-1",
                            "\xE2\x88\x92"
                            "1",
                            "-0", "1-", "-", "- yes"})
    EXPECT_FALSE(yes_or_no(other).has_value()) << other;
}

TEST(Written, RatingsAreReadInEveryForm) {
  for (const char* word : {"Requires improvement", "requires_improvement", "REQUIRES IMPROVEMENT", "RI",
                           "Requires\xC2\xA0improvement", "requires-improvement", "Requires\xE2\x80\x93improvement",
                           "requires  improvement ", "RequiresImprovement", "requires\nimprovement"})
    EXPECT_EQ(rating_named(word), 2) << word;
  EXPECT_EQ(rating_named("INADEQUATE"), 1);
  EXPECT_EQ(rating_named("Good"), 3);
  EXPECT_EQ(rating_named("outstanding"), 4);
  for (const char* other : {"", "fine", "2", "R I", "good or better", "-good", "good -"})
    EXPECT_FALSE(rating_named(other)) << other;
}

TEST(Written, MessagesShowWhatCannotBeSeenAndNoMoreThanTheBeginning) {
  EXPECT_EQ(visible("7\xE2\x80\x8B.2"), "7[U+200B].2");
  EXPECT_EQ(visible("a\x1B[31m\xFF"), "a[U+001B][31m[U+FFFD]");
  EXPECT_EQ(visible("£5 – six"), "£5 – six");
  EXPECT_LT(visible(std::string(100000, 'x')).size(), 130U);
}

TEST(Written, EndingsOfFilesAreReadInAnyCapitals) {
  EXPECT_TRUE(ends_like("MY.CSV", ".csv"));
  EXPECT_TRUE(ends_like("x.Toml", ".toml"));
  EXPECT_FALSE(ends_like("csv", ".csv"));
}

}  // namespace
}  // namespace uor
