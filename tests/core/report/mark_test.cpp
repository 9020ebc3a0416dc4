#include "core/uor/report/mark.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_file.hpp"

namespace uor::report {
namespace {

TEST(Mark, TellsAChangedTextFromOneThatIsAsWritten) {
  const std::string text = marked("<!-- " + unmarked_generator("1.0.0") + " -->\nodds\n");
  EXPECT_EQ(mark_of(text), Marked::as_written);
  EXPECT_EQ(mark_of(text + " "), Marked::changed);
  EXPECT_EQ(mark_of(text.substr(0, 40)), Marked::changed);
  EXPECT_EQ(mark_of("odds"), Marked::without);
}

TEST(Mark, StandsInTheHeadOfAText) {
  EXPECT_TRUE(is_headed("a mark", "mark"));
  EXPECT_FALSE(is_headed(std::string(60000, 'x') + "mark", "mark"));
}

TEST(BytesOfFile, AreThoseThatItHasOrNone) {
  EXPECT_EQ(bytes_of_file(uor::test::TemporaryFile("odds\n", ".md").path()), "odds\n");
  EXPECT_EQ(bytes_of_file("no-such-file.md"), "");
}

}  // namespace
}  // namespace uor::report
