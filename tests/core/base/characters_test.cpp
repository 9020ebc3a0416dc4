#include "core/uor/base/characters.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

TEST(Characters, PlainTextStaysAsItIs) {
  const std::string text = "Trust \u00a3120 \u2013 \U0001F3E5\tand\nmore";
  EXPECT_EQ(valid_utf8(text), text);
  EXPECT_EQ(xml_characters(text), text);
  EXPECT_EQ(shown(text), text);
}

TEST(Characters, BytesThatAreNotUtf8BecomeTheReplacementOfEach) {
  for (const char* bytes : {"\xff", "\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"}) {
    const std::string replaced = valid_utf8(std::string("a") + bytes);
    EXPECT_EQ(replaced.substr(0, 4), "a\uFFFD");
    for (std::string_view rest = replaced; !rest.empty(); rest.remove_prefix(character_bytes(rest)))
      ASSERT_GT(character_bytes(rest), 0U);
  }
}

TEST(Characters, OfEveryCodeKnowItself) {
  for (const auto& [text, code] :
       {std::pair("A", U'A'), {"\u00e9", U'\u00e9'}, {"\u202e", U'\u202e'}, {"\U0001F3E5", U'\U0001F3E5'}})
    EXPECT_EQ(character_of(text), code);
}

TEST(Characters, WhatCommandsATerminalIsShownAsItsNumber) {
  EXPECT_EQ(shown("\x1b[31m\x07\r\x7f"), "\\u001b[31m\\u0007\\u000d\\u007f");
  EXPECT_EQ(shown("\u009b\u202e\u2066\u2028\u200f\u061c"), "\\u009b\\u202e\\u2066\\u2028\\u200f\\u061c");
  for (char32_t code = 0; code < 0x20; ++code) EXPECT_EQ(commands_a_terminal(code), code != '\t' && code != '\n');
}

TEST(Characters, WhatXmlCannotHoldIsReplaced) {
  EXPECT_EQ(xml_characters("\x08\x1b\ufffe\uffff\t\r\n"), "\uFFFD\uFFFD\uFFFD\uFFFD\t\r\n");
}

}  // namespace
}  // namespace uor
