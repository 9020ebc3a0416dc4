#include "core/uor/base/partial_file.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "core/uor/base/file_words.hpp"

namespace uor {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

class PartialFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "uor_partial_" + std::to_string(::getpid());
    fs::create_directories(folder_);
    path_ = folder_ + "/run.h5";
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {})); }
  static std::string text_of(const std::string& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  static void put(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

  std::string folder_, path_;
};

TEST_F(PartialFileTest, IsThereWholeOrNotAtAll) {
  put(path_, "older");
  {
    PartialFile file(path_);
    file.write("half");
    EXPECT_EQ(text_of(path_), "older");
  }
  EXPECT_EQ(text_of(path_), "older");
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(text_of(path_), "whole");
  EXPECT_EQ(files(), 1u);
}

TEST_F(PartialFileTest, KeepsThePermissionsOfWhatItReplaces) {
  put(path_, "older");
  fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
  write_file(PartialFile(path_), "newer");
  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(PartialFileTest, LosesNeitherWhenAnotherFileComesMeanwhile) {
  PartialFile file(path_);
  file.write("ours");
  put(path_, "theirs");
  file.commit();
  EXPECT_EQ(text_of(path_), "theirs");
  EXPECT_EQ(file.target(), folder_ + "/run-2.h5");
  EXPECT_EQ(text_of(folder_ + "/run-2.h5"), "ours");
}

TEST_F(PartialFileTest, LosesNeitherWhenWhatItReplacesIsChangedMeanwhile) {
  put(path_, "older");
  PartialFile file(path_);
  put(path_, "changed since");
  file.write("ours");
  file.commit();
  EXPECT_EQ(text_of(path_), "changed since");
  EXPECT_EQ(text_of(folder_ + "/run-2.h5"), "ours");
}

TEST_F(PartialFileTest, FollowsALinkToAFileAndRefusesOneThatLeadsNowhere) {
  put(path_, "older");
  fs::create_symlink("run.h5", folder_ + "/link.h5");
  write_file(PartialFile(folder_ + "/link.h5"), "newer");
  EXPECT_TRUE(fs::is_symlink(folder_ + "/link.h5"));
  EXPECT_EQ(text_of(path_), "newer");
  fs::create_symlink("gone.h5", folder_ + "/dangling.h5");
  EXPECT_THAT([&] { PartialFile(folder_ + "/dangling.h5"); },
              ThrowsMessage<Error>(HasSubstr("(it is a link to 'gone.h5', which is not there)")));
  EXPECT_THAT([&] { PartialFile(folder_ + "/link.h5", Links::refused); },
              ThrowsMessage<Error>(HasSubstr("it is a link")));
}

TEST_F(PartialFileTest, OfTwoAtOnceTheSecondIsRefused) {
  const PartialFile first(path_);
  EXPECT_THAT([&] { PartialFile{path_}; }, ThrowsMessage<BusyFile>(HasSubstr("another uor writes it now")));
  const PartialFile other(folder_ + "/other.h5");
  EXPECT_EQ(files(), 2u) << "what a live process writes was removed";
}

/// Of a process that dies while it writes `path`.
void leave_behind(const std::string& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    PartialFile file(path);
    file.write("half");
    ::_exit(0);  // as a kill: nothing is tidied up
  }
  ::waitpid(child, nullptr, 0);
}

TEST_F(PartialFileTest, WhatAProcessLeftBehindThatDiedIsRemovedByTheNextThatWritesThere) {
  leave_behind(path_);
  EXPECT_EQ(files(), 1u);
  write_file(PartialFile(folder_ + "/another.h5"), "whole");
  EXPECT_EQ(files(), 1u);
  leave_behind(folder_ + "/" + std::string(longest_file_name - 3, 'x') + ".h5");
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(files(), 2u);
}

TEST_F(PartialFileTest, WhatIsNotCertainlyOursStaysWhateverItIsCalled) {
  leave_behind(path_);
  const fs::path left = fs::directory_iterator(folder_)->path();
  const std::string name = left.filename().string();
  fs::copy_file(left, folder_ + "/copy");
  fs::remove(left);
  fs::rename(folder_ + "/copy", left);  // another file under the digits of the first
  const std::vector<std::string> others = {"budget.xlsx.partial-2019", "plan.partial-31415", "run.h5.uor-partial",
                                           "notes.uor-partial", "a.0123456789.uor-partial"};
  for (const std::string& other : others) put(folder_ + "/" + other, "PK\x03\x04");
  put(folder_ + "/empty.partial-4194304", "");
  fs::create_symlink(name, folder_ + "/b.0123456789.uor-partial");
  fs::create_directory(folder_ + "/c.0123456789.uor-partial");
  ASSERT_EQ(::mkfifo((folder_ + "/d.0123456789.uor-partial").c_str(), 0600), 0);
  const std::size_t before = files();
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(files(), before + 1);
}

TEST_F(PartialFileTest, WhatWasRenamedOrHasAnotherHardLinkStays) {
  leave_behind(path_);
  const fs::path left = fs::directory_iterator(folder_)->path();
  fs::create_hard_link(left, folder_ + "/linked");
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(files(), 3u);
  fs::remove(folder_ + "/linked");
  fs::rename(left, folder_ + "/kept" + left.filename().string().substr(3));
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(files(), 2u);
}

TEST_F(PartialFileTest, NothingThatHasTheNameOfAPartialFileBlocksIt) {
  put(folder_ + "/run.h5.uor-partial", "somebody's");
  fs::create_symlink("nowhere", folder_ + "/.uor-" + std::to_string(::getpid()) + "-0");
  write_file(PartialFile(path_), "whole");
  EXPECT_EQ(text_of(path_), "whole");
  EXPECT_EQ(text_of(folder_ + "/run.h5.uor-partial"), "somebody's");
  EXPECT_EQ(files(), 3u);
}

TEST_F(PartialFileTest, IsWrittenAnewAsAWhole) {
  PartialFile file(path_);
  file.write("a long text");
  file.rewrite("short");
  file.commit();
  EXPECT_EQ(text_of(path_), "short");
}

TEST_F(PartialFileTest, TakesTheLongestNameAndRefusesALongerOne) {
  const std::string longest = folder_ + "/" + std::string(longest_file_name - 3, 'x') + ".h5";
  write_file(PartialFile(longest), "whole");
  EXPECT_EQ(text_of(longest), "whole");
  EXPECT_THAT([&] { PartialFile(folder_ + "/" + std::string(longest_file_name + 1, 'x')); },
              ThrowsMessage<Error>(HasSubstr("its name has 256 bytes, a file's at most 255")));
}

TEST_F(PartialFileTest, SaysWhyItCannotBeWritten) {
  EXPECT_THAT([&] { PartialFile(folder_ + "/gone/run.h5"); },
              ThrowsMessage<Error>(HasSubstr("its folder does not exist")));
  put(path_, "a file");
  EXPECT_THAT([&] { PartialFile(path_ + "/run.h5"); },
              ThrowsMessage<Error>(HasSubstr("what should be its folder is a file")));
  EXPECT_THAT([&] { PartialFile{folder_}; }, ThrowsMessage<Error>(HasSubstr("(it is a folder), name a file in it")));
  EXPECT_THAT([&] { PartialFile("/dev/full"); }, ThrowsMessage<Error>(HasSubstr("a device or a pipe")));
}

TEST(FileName, IsMadeOfAnyWordsAndNeverTooLong) {
  EXPECT_EQ(file_name("cip_slippage-RF4", ".h5"), "cip_slippage-RF4.h5");
  EXPECT_EQ(file_name("../a\nb:c", ".h5"), "-..-a-b-c.h5");
  const std::string long_name = file_name(std::string(300, 'a') + "1", ".h5");
  EXPECT_LE(long_name.size(), longest_file_name);
  EXPECT_NE(long_name, file_name(std::string(300, 'a') + "2", ".h5"));
}

}  // namespace
}  // namespace uor
