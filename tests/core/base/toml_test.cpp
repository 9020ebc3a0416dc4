#include "core/uor/base/toml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor {
namespace {

using test::message_of;
using testing::ElementsAre;
using testing::HasSubstr;

TomlTable parse(const std::string& text) { return TomlTable::parse(text, "f.toml"); }

template <class Get>
std::string refusal(const std::string& text, Get get) {
  return message_of([&] { get(parse(text)); });
}

TEST(Toml, GivesTypedValuesAndNothingForAbsentKeys) {
  const TomlTable table =
      parse("t = \"x\"\nn = 1.5\ni = 7\nf = true\nl = [1, 2.5]\ns = [\"a\", \"b\"]\n[sub]\nk = 1\n");
  EXPECT_EQ(table.text("t"), "x");
  EXPECT_EQ(table.number("n"), 1.5);
  EXPECT_EQ(table.number("i"), 7.0);
  EXPECT_EQ(table.integer("i", 0, 10), 7);
  EXPECT_EQ(table.find_flag("f"), true);
  EXPECT_THAT(table.numbers("l"), ElementsAre(1.0, 2.5));
  EXPECT_THAT(table.texts("s"), ElementsAre("a", "b"));
  EXPECT_EQ(table.table("sub").integer("k", 0, 1), 1);
  EXPECT_FALSE(table.find_text("absent").has_value());
  EXPECT_FALSE(table.find_number("absent").has_value());
  EXPECT_TRUE(table.find_tables("absent").empty());
}

TEST(Toml, KeepsItsFileAliveThroughATableOfIt) {
  const TomlTable inner = parse("[a.b]\nc = 3\n").table("a").table("b");
  EXPECT_EQ(inner.name(), "[a.b]");
  EXPECT_EQ(inner.number("c"), 3.0);
}

TEST(Toml, ListsKeysInTheOrderOfTheFile) {
  EXPECT_THAT(parse("z = 1\na = 2\n[m]\nb = 1\n").keys(), ElementsAre("z", "a", "m"));
}

TEST(Toml, ThatIsMalformedIsRefusedWithItsPlace) {
  const std::string message = refusal("a = 1\nname = baseline\n", [](const TomlTable&) {});
  EXPECT_THAT(message, HasSubstr("f.toml:2:8: not valid TOML ("));
  EXPECT_THAT(message, HasSubstr("text needs quotes and every line is key = value"));
}

TEST(Toml, WithAKeyTwiceIsRefused) {
  EXPECT_THAT(refusal("a = 1\na = 2\n", [](const TomlTable&) {}),
              HasSubstr("f.toml:2:1: the key 'a' is given twice (also in line 1), delete one"));
}

TEST(Toml, AnUnknownKeyIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal("[run]\nmonts = 12\n",
                    [](const TomlTable& t) {
                      t.table("run").allow_only({"months", "seed"});
                    }),
            "f.toml:2:1: unknown key 'monts' in [run]. Did you mean 'months'?");
  EXPECT_EQ(refusal("zzz = 12\n",
                    [](const TomlTable& t) {
                      t.allow_only({"months", "seed"});
                    }),
            "f.toml:1:1: unknown key 'zzz'. Known keys: months, seed");
}

TEST(Toml, AMissingKeyIsRefusedAtItsTable) {
  EXPECT_EQ(refusal("\n[[change]]\nset = 1\n", [](const TomlTable& t) { t.find_tables("change")[0].text("driver"); }),
            "f.toml:2:1: the key 'driver' is missing in [[change]], add it");
}

TEST(Toml, AnotherTypeIsRefusedWithTheValue) {
  EXPECT_EQ(refusal("n = \"7.2\"\n", [](const TomlTable& t) { t.number("n"); }),
            "f.toml:1:5: 'n' is the text \"7.2\", a number (without quotes) is needed");
  EXPECT_EQ(refusal("t = 3\n", [](const TomlTable& t) { t.text("t"); }),
            "f.toml:1:5: 't' is the number 3, text in quotes is needed");
  EXPECT_EQ(refusal("i = 1e4\n", [](const TomlTable& t) { t.integer("i", 0, 10); }),
            "f.toml:1:5: 'i' is the number 10000, a whole number (no point, no exponent, no quotes) is needed");
  EXPECT_EQ(refusal("f = \"perhaps\"\n", [](const TomlTable& t) { t.find_flag("f"); }),
            "f.toml:1:5: 'f' is the text \"perhaps\", true or false is needed");
  EXPECT_EQ(refusal("d = 2018-04-01\n", [](const TomlTable& t) { t.number("d"); }),
            "f.toml:1:5: 'd' is a date or time, a number (without quotes) is needed");
  EXPECT_EQ(refusal("[change]\n", [](const TomlTable& t) { t.find_tables("change"); }),
            "f.toml:1:1: 'change' is a table, a list of tables (double brackets, [[change]]) is needed");
  EXPECT_EQ(refusal("run = 1\n", [](const TomlTable& t) { t.find_table("run"); }),
            "f.toml:1:7: 'run' is the number 1, a table is needed");
}

TEST(Toml, NotANumberAndInfinityAreRefused) {
  EXPECT_EQ(refusal("n = nan\n", [](const TomlTable& t) { t.number("n"); }),
            "f.toml:1:5: 'n' is the number nan, a finite number is needed");
  EXPECT_EQ(refusal("n = [1, -inf]\n", [](const TomlTable& t) { t.numbers("n"); }),
            "f.toml:1:9: 'n' is the number -inf, a finite number is needed");
}

TEST(Toml, ANumberOutOfRangeIsRefusedWithTheRange) {
  EXPECT_EQ(refusal("n = 1.5\n",
                    [](const TomlTable& t) {
                      t.number("n", {0, 1});
                    }),
            "f.toml:1:5: 'n' is 1.5 (out of range), it must be from 0 to 1");
  EXPECT_EQ(refusal("i = -5\n", [](const TomlTable& t) { t.integer("i", 1, 60); }),
            "f.toml:1:5: 'i' is -5 (out of range), it must be from 1 to 60");
}

TEST(Toml, BoundsMayBeOpenButMustRise) {
  const auto bounds = parse("b = [0, inf]\n").find_bounds("b");
  EXPECT_EQ(bounds->lower, 0.0);
  EXPECT_TRUE(std::isinf(bounds->upper));
  EXPECT_EQ(refusal("b = [2, 1]\n", [](const TomlTable& t) { t.find_bounds("b"); }),
            "f.toml:1:5: 'b' is [2, 1], the first must be below the second");
  EXPECT_EQ(refusal("b = [2]\n", [](const TomlTable& t) { t.find_bounds("b"); }),
            "f.toml:1:5: 'b' is a list, a pair [lower, upper] is needed");
}

TEST(Toml, TheSchemaNumberMustBeThere) {
  EXPECT_EQ(refusal("a = 1\n", [](const TomlTable& t) { t.require_schema(1); }),
            "f.toml:1:1: the key 'schema' is missing, write schema = 1 in the first line");
  EXPECT_EQ(refusal("schema = 2\n", [](const TomlTable& t) { t.require_schema(1); }),
            "f.toml:1:10: wrong schema: 'schema' is the number 2, this program reads schema = 1");
}

TEST(Toml, BlankTextIsRefusedWhereTextIsNeeded) {
  EXPECT_EQ(refusal("t = \" \"\n", [](const TomlTable& t) { t.text("t"); }),
            "f.toml:1:5: 't' is blank, write some text");
}

TEST(Toml, RefusesTheCharacterThatEndsATextWhereverItStands) {
  for (const char* text : {"a = 1\nb = \"x\\u0000y\"\n", "a = 1\nb = [\"x\", [\"\\U00000000\"]]\n",
                           "a = 1\nb.c = [{d = \"\\u0000\"}]\n", "a = 1\n\"b\\u0000\" = 2\n"})
    EXPECT_THAT(message_of([&] { parse(text); }),
                testing::AllOf(testing::StartsWith("f.toml:2:"), HasSubstr("holds the character U+0000")))
        << text;
}

}  // namespace
}  // namespace uor
