#include "core/uor/base/toml_guard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/toml.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/base/mutated.hpp"

namespace uor {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string refusal(const std::string& text) {
  return test::message_of([&] { TomlTable::parse(text, "f.toml"); });
}

std::string repeated(const std::string& piece, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(TomlGuard, NestingOfEveryKindIsRefusedBeforeItIsParsed) {
  constexpr int deep = 60000;
  for (const std::string& text :
       {"[" + repeated("a.", deep) + "a]\n", "[[" + repeated("a.", deep) + "a]]\n", repeated("a.", deep) + "a = 1\n",
        repeated("a . ", deep) + "a = 1\n", repeated("\"a\".", deep) + "a = 1\n", "a = " + repeated("[", deep) + "\n",
        "a = " + repeated("[", deep) + repeated("]", deep) + "\n", "a = " + repeated("[\n", deep),
        "a = " + repeated("{a=", deep) + "1" + repeated("}", deep) + "\n", "a = " + repeated("[{a=", deep),
        "a = {" + repeated("a.", deep) + "a = 1}\n", "a = \"\"\"x\"\"\"\nb = " + repeated("[", deep),
        "# [\na = '[['\n" + repeated("[", deep)})
    EXPECT_THAT(refusal(text), HasSubstr("stand in each other")) << text.substr(0, 20);
  EXPECT_THAT(refusal("x = 1\n[" + repeated("a.", deep) + "a]\n"), StartsWith("f.toml:2:"));
}

TEST(TomlGuard, WhatStandsInQuotesAndCommentsIsNotNested) {
  const std::string many = repeated("[{a.", 200);
  for (const std::string& text :
       {"a = \"" + many + "\"\n", "a = '" + many + "'\n", "a = \"\"\"\n" + many + "\n\"\"\"\n",
        "a = '''\n" + many + "\n'''\n", "# " + many + "\na = 1\n", "a = [" + repeated("1.5, ", 500) + "1.5]\n",
        repeated("# a.b.c.d\n", 300) + "a = 1\n"})
    EXPECT_EQ(refusal(text), "nothing was refused") << text.substr(0, 20);
}

TEST(TomlGuard, AsDeepAsItsLimitIsRead) {
  const int depth = limits::toml_depth;
  EXPECT_EQ(refusal("a = " + repeated("[", depth) + repeated("]", depth) + "\n"), "nothing was refused");
  EXPECT_THAT(refusal("a = " + repeated("[", depth + 1) + repeated("]", depth + 1) + "\n"), HasSubstr("stand in each"));
}

TEST(TomlGuard, BytesThatTheParserMishandlesAreRefused) {
  EXPECT_THAT(refusal(std::string("[a.\0]\n", 6)), StartsWith("f.toml:1:4: the character U+0000 cannot be seen"));
  EXPECT_THAT(refusal("a = \"x\x1B\"\n"), StartsWith("f.toml:1:7: the character U+001B"));
  EXPECT_THAT(refusal("a\xC2\xAA = 1\n"),
              StartsWith("f.toml:1:2: the character '\xC2\xAA' (U+00AA) stands outside quotes"));
  EXPECT_THAT(refusal("a = 7\xE2\x80\x8B\n"),
              StartsWith("f.toml:1:6: the character '[U+200B]' (U+200B) stands outside"));
  EXPECT_THAT(refusal("a = 1\nb = \"\xFF\"\n"), StartsWith("f.toml:2:6: byte 255 is not UTF-8"));
}

TEST(TomlGuard, AKeyOrATableThatIsGivenTwiceIsNamedWithBothPlaces) {
  EXPECT_EQ(refusal("a = 1\nb = 2\n a = 3\n"), "f.toml:3:2: the key 'a' is given twice (also in line 1), delete one");
  EXPECT_EQ(refusal("[t]\nb.c = 1\n[u]\nb.c = 1\n[t.x]\n[t]\n"),
            "f.toml:6:1: the table [t] is given twice (also in line 1), delete one");
  EXPECT_THAT(refusal("[judged]\n\"a.b\" = 1\n'a.b' = 2\n"),
              HasSubstr("the key 'a.b' is given twice (also in line 2)"));
  EXPECT_EQ(refusal("[[l]]\nn = 1\n[[l.c]]\nd = 1\n[[l.c]]\nd = 2\n[[l]]\nn = 1\n[[l.c]]\nd = 1\n[l.t]\na = 1\n"),
            "nothing was refused");
}

TEST(TomlGuard, LongLinesTakeNoLongerThanTheyAreLong) {
  for (const char* piece : {" ", "\t", "# ", "a", "\"", "'", "[", "=", "."}) {
    const std::string text = repeated(piece, 1000000);
    EXPECT_NE(refusal(text), "") << piece;
  }
}

TEST(TomlGuard, APlaceOfAnotherNameIsSaidOfBoth) {
  const std::string message = test::message_of([] {
    TomlTable::parse("a = 1\na = 2\n", "w.xlsx",
                     {"w.xlsx: sheet 'Trust', cell B4", "w.xlsx: sheet 'Metrics', cell B2"});
  });
  EXPECT_EQ(message,
            "w.xlsx: sheet 'Metrics', cell B2: the key 'a' is given twice (also in w.xlsx: sheet 'Trust', cell "
            "B4), delete one");
}

TEST(TomlGuard, LinesMayEndInCarriageReturnsAlone) {
  EXPECT_EQ(TomlTable::parse("a = 1\rb = 2\r[c]\rd = 3\r", "f.toml").table("c").number("d"), 3.0);
  EXPECT_THAT(refusal("a = 1\rb = = 2\r"), StartsWith("f.toml:2:"));
}

TEST(TomlGuard, WhateverIsWrongThereIsAnErrorOrATable) {
  std::mt19937_64 random(1);
  const std::string text =
      "schema = 1\nname = \"x\" # y\n[run]\ntrusts = [\"RF4\", 'all']\nx.y = {a = 1, b = [1.5, 2]}\nt = "
      "\"\"\"\na\\\"\"\"\"\n"
      "[[level]]\nname = 'a'\n[[level.change]]\nset = -2.5e3\nd = 2018-06-26T01:02:03Z\n";
  for (int i = 0; i < 4000; ++i) {
    const std::string wrong = test::mutated(text, random);
    const std::string message = refusal(wrong);
    EXPECT_TRUE(message == "nothing was refused" || message.starts_with("f.toml")) << wrong << message;
  }
}

}  // namespace
}  // namespace uor
