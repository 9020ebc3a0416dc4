#include "core/uor/workbook/derived_text.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/toml.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::workbook {
namespace {

TEST(DerivedText, NamesTheCellOfEachLine) {
  DerivedText text;
  text.add("a = 1", {"book: cell A1"});
  text.add("b = \"x\"", {"book: cell B2"});
  EXPECT_EQ(text.text(), "a = 1\nb = \"x\"\n");
  text.parse([](const std::string& toml, const LinePlaces& places) {
    const TomlTable table = TomlTable::parse(toml, "book", places);
    EXPECT_EQ(to_string(table.where("b")), "book: cell B2");
    EXPECT_EQ(test::message_of([&] { table.number("b"); }),
              "book: cell B2: 'b' is the text \"x\", a number (without quotes) is needed");
    EXPECT_EQ(test::message_of([&] { table.allow_only({"a"}); }), "book: cell B2: unknown key 'b'. Did you mean 'a'?");
  });
}

TEST(DerivedText, SaysAllThatIsWrongAtOnce) {
  DerivedText text;
  text.refuse(Error({"cell C3"}, "broken"));
  text.add("a = \"x\"", {"cell A1"}, LineKind::fact);
  text.add("b = 2", {"cell B2"}, LineKind::fact);
  text.add("c = \"y\"", {"cell C2"}, LineKind::fact);
  const auto parse = [](const std::string& toml, const LinePlaces& places) {
    const TomlTable table = TomlTable::parse(toml, "book", places);
    for (const char* key : {"a", "b", "c"}) table.find_number(key);
  };
  EXPECT_EQ(test::message_of([&] { text.parse(parse); }),
            "cell C3: broken\ncell A1: 'a' is the text \"x\", a number (without quotes) is needed\n"
            "cell C2: 'c' is the text \"y\", a number (without quotes) is needed");
}

TEST(DerivedText, StopsAtALineThatOthersHangOn) {
  DerivedText text;
  text.add("[table]", {"row 1"});
  text.add("a = \"x\"", {"cell A1"}, LineKind::fact);
  const auto parse = [](const std::string&, const LinePlaces&) { throw Error({"row 1"}, "no"); };
  EXPECT_EQ(test::message_of([&] { text.parse(parse); }), "row 1: no");
}

TEST(DerivedText, QuotesWhatPeopleType) {
  const std::string typed = "a \"quoted\" \\ back\nline\ttab \x01 £";
  DerivedText text;
  text.add("a = " + toml_text(typed), {"cell"});
  text.parse(
      [&](const std::string& toml, const LinePlaces&) { EXPECT_EQ(TomlTable::parse(toml, "book").text("a"), typed); });
  EXPECT_EQ(key_of("dna_rate"), "dna_rate");
  EXPECT_EQ(key_of("dna rate"), "\"dna rate\"");
  EXPECT_EQ(key_of("a.b"), "\"a.b\"");
}

}  // namespace
}  // namespace uor::workbook
