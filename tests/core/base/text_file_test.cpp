#include "core/uor/base/text_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor {
namespace {

using test::message_of;
using test::TemporaryFile;
using testing::HasSubstr;

std::string refusal(const std::string& bytes) {
  return message_of([&] { check_text(bytes, "f.toml", "scenario file"); });
}

TEST(TextFile, IsReadVerbatimWithItsByteOrderMarkAndLineEnds) {
  const std::string bytes = "\xEF\xBB\xBFname = \"£\"\r\n";
  const TemporaryFile file(bytes, ".toml");
  EXPECT_EQ(read_text_file(file.path(), "scenario file"), bytes);
}

TEST(TextFile, ThatIsMissingIsRefusedWithTheNearestNameOfItsFolder) {
  const TemporaryFile file("schema = 1\n", ".toml");
  const std::string wrong = file.path().substr(0, file.path().size() - 1);
  EXPECT_EQ(message_of([&] { read_text_file(wrong, "scenario file"); }),
            "no such scenario file '" + wrong + "'. Did you mean '" + file.path() + "'?");
}

TEST(TextFile, InAMissingFolderSaysSo) {
  EXPECT_EQ(message_of([] { read_text_file("/no/such/folder/a.toml", "trust file"); }),
            "no such trust file '/no/such/folder/a.toml' (its folder does not exist either)");
}

TEST(TextFile, ThatIsAPipeIsRefusedAndKeepsNobodyWaiting) {
  const std::string path = testing::TempDir() + "uor_pipe_" + std::to_string(getpid());
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_THAT(message_of([&] { read_text_file(path, "trust file"); }),
              HasSubstr(path + ": no regular file (a pipe or a device), name a file that holds the trust file"));
  std::remove(path.c_str());
}

TEST(TextFile, ThatIsAFolderIsRefused) {
  EXPECT_THAT(message_of([] { read_text_file(testing::TempDir(), "trust file"); }),
              HasSubstr("a folder, not a trust file, name a file in it"));
}

TEST(TextFile, ThatIsEmptyOrBlankIsRefused) {
  const std::string message = "f.toml: the scenario file is empty, `uor init` writes a template";
  EXPECT_EQ(refusal(""), message);
  EXPECT_EQ(refusal("\xEF\xBB\xBF \r\n\n"), message);
}

TEST(TextFile, ThatIsBinaryIsRefused) {
  EXPECT_EQ(refusal(std::string("abc\0def", 7)),
            "f.toml: not a scenario file (binary: byte 3 is zero), a text file in UTF-8 is needed");
}

TEST(TextFile, OfAKnownBinaryKindIsRefusedByName) {
  EXPECT_THAT(refusal("\x89HDF\r\n"), HasSubstr("it is an HDF5 file: `uor inspect` shows a result"));
  EXPECT_THAT(refusal("PK\x03\x04zip"), HasSubstr("its sheet as CSV UTF-8"));
  EXPECT_THAT(refusal("\xFF\xFE"
                      "a"),
              HasSubstr("it is UTF-16: save it as UTF-8"));
}

TEST(TextFile, InAnotherEncodingIsRefusedWithItsPlace) {
  EXPECT_EQ(refusal("a = 1\nb = \"\xA3"
                    "5\"\n"),
            "f.toml:2:6: byte 163 is not UTF-8 (a pound sign or a dash of another encoding?), save the file as UTF-8");
}

TEST(TextFile, WithOverlongSurrogateOrCutCharactersIsRefused) {
  EXPECT_THAT(refusal("\xC0\xAF"), HasSubstr("f.toml:1:1: byte 192 is not UTF-8"));
  EXPECT_THAT(refusal("\xED\xA0\x80"), HasSubstr("byte 237 is not UTF-8"));
  EXPECT_THAT(refusal("a\xE2\x82"), HasSubstr("f.toml:1:2: byte 226 is not UTF-8"));
}

}  // namespace
}  // namespace uor
