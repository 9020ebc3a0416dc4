#include "cli/shown_text.hpp"

#include <gtest/gtest.h>

namespace uor::cli {
namespace {

/// The text in pieces of `size` bytes, as a stream may hand it over.
std::string in_pieces(bool on_terminal, const std::string& text, std::size_t size) {
  ShownText shown(on_terminal);
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += size) out += shown.pass(text.substr(at, size));
  return out + shown.end();
}

TEST(ShownText, OffATerminalNothingCommandsIt) {
  for (const std::size_t size : {1u, 2u, 3u, 100u})
    EXPECT_EQ(in_pieces(false, "\x1b[31mred\x1b[0m \u202e\u00a3\r\n", size),
              "\\u001b[31mred\\u001b[0m \\u202e\u00a3\\u000d\n");
}

TEST(ShownText, OnATerminalOurOwnColoursPassAndNothingElse) {
  for (const std::size_t size : {1u, 2u, 3u, 100u}) {
    EXPECT_EQ(in_pieces(true, "\x1b[31mred\x1b[0m\r\x1b[K", size), "\x1b[31mred\x1b[0m\r\x1b[K");
    EXPECT_EQ(in_pieces(true, "\x1b]0;title\x07\x1b[2J\r!", size), "\\u001b]0;title\\u0007\\u001b[2J\\u000d!");
  }
}

TEST(ShownText, ACharacterThatNeverEndsIsReplaced) {
  EXPECT_EQ(in_pieces(false, "a\xe2\x82", 1), "a\uFFFD\uFFFD");
  EXPECT_EQ(in_pieces(true, "a\x1b[", 1), "a\\u001b[");
}

}  // namespace
}  // namespace uor::cli
