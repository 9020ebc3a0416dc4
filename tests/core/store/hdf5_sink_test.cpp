#include "core/uor/store/hdf5_sink.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "core/uor/base/error.hpp"
#include "core/uor/store/read_result.hpp"
#include "tests/core/store/made_up_run.hpp"

namespace uor::store {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class Hdf5SinkTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "uor_sink_" + std::to_string(::getpid());
    std::filesystem::create_directories(folder_);
    path_ = folder_ + "/run.h5";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
  }

  std::string folder_, path_;
};

TEST_F(Hdf5SinkTest, AFinishedRunIsTheOnlyFileInItsFolder) {
  Hdf5Sink sink(path_);
  play(made_up_header(), 8, sink);
  EXPECT_TRUE(std::filesystem::exists(path_));
  EXPECT_EQ(files(), 1u);
}

TEST_F(Hdf5SinkTest, NothingExistsUnderTheNameBeforeTheEnd) {
  Hdf5Sink sink(path_);
  sink.begin(made_up_header());
  EXPECT_FALSE(std::filesystem::exists(path_));
  EXPECT_EQ(files(), 1u);
}

TEST_F(Hdf5SinkTest, ARunThatDoesNotEndLeavesNothing) {
  {
    const model::Header header = made_up_header();
    Hdf5Sink sink(path_);
    sink.begin(header);
    sink.block(made_up_block(header, 0, 0, 20));
    sink.summary(made_up_summary(header, 0));
  }
  EXPECT_EQ(files(), 0u);
}

TEST_F(Hdf5SinkTest, ARunThatDoesNotEndLeavesAnOlderFileAsItWas) {
  std::ofstream(path_) << "older";
  { Hdf5Sink sink(path_); }
  EXPECT_EQ(std::filesystem::file_size(path_), 5u);
  EXPECT_EQ(files(), 1u);
}

TEST_F(Hdf5SinkTest, AFinishedRunReplacesAnOlderFile) {
  std::ofstream(path_) << "older";
  Hdf5Sink sink(path_);
  play(made_up_header(), 20, sink);
  EXPECT_EQ(read_result(path_).header.seed, made_up_header().seed);
}

TEST_F(Hdf5SinkTest, ASecondRunToOneFileIsRefusedWhileTheFirstIsAtWork) {
  Hdf5Sink first(path_);
  EXPECT_THAT([&] { Hdf5Sink second(path_); }, ThrowsMessage<BusyFile>(HasSubstr("another uor writes it now")));
  play(made_up_header(), 20, first);
  EXPECT_EQ(files(), 1u);
  Hdf5Sink third(path_);
  play(made_up_header(), 20, third);
  EXPECT_EQ(read_result(path_).summaries.size(), 2u);
}

TEST_F(Hdf5SinkTest, AMissingFolderIsRefusedBeforeTheRun) {
  EXPECT_THAT([&] { Hdf5Sink sink(folder_ + "/missing/run.h5"); },
              ThrowsMessage<Error>(HasSubstr("missing/run.h5' (its folder does not exist), make the folder, or name a "
                                             "file in one that exists")));
}

TEST_F(Hdf5SinkTest, AFolderThatCannotBeWrittenIsRefusedBeforeTheRun) {
  if (::geteuid() == 0) {
    // To the superuser every folder is writable but those of the kernel.
    EXPECT_THAT([] { Hdf5Sink sink("/proc/run.h5"); },
                ThrowsMessage<Error>(HasSubstr("cannot write '/proc/run.h5' (")));
    return;
  }
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_THAT([&] { Hdf5Sink sink(path_); }, ThrowsMessage<Error>(HasSubstr("(no permission)")));
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
}

TEST_F(Hdf5SinkTest, AFolderInPlaceOfAFileIsRefused) {
  EXPECT_THAT([&] { Hdf5Sink sink{folder_}; }, ThrowsMessage<Error>(HasSubstr("(it is a folder), name a file in it")));
}

// While one lives, no file of this process can grow beyond `bytes`, as under a quota.
class GrowthLimit {
 public:
  explicit GrowthLimit(rlim_t bytes) {
    before_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small = {bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~GrowthLimit() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    std::signal(SIGXFSZ, before_);
  }

 private:
  rlimit limit_{};
  void (*before_)(int) = nullptr;
};

TEST_F(Hdf5SinkTest, AFileThatMayNotGrowIsReportedWithItsCauseAndLeavesNothing) {
  model::Header header = made_up_header();
  header.trials = 4096;
  for (const rlim_t bytes : {1'000u, 100'000u, 400'000u, 1'000'000u}) {
    const GrowthLimit limit(bytes);
    std::optional<Hdf5Sink> sink(std::in_place, path_);
    EXPECT_THAT([&] { play(header, 256, *sink); },
                ThrowsMessage<Error>(HasSubstr("run.h5' (File too large), free some space or keep fewer raw trials")))
        << bytes;
    sink.reset();
    EXPECT_EQ(files(), 0u);
  }
}

// The descriptor through which HDF5 has the file open: the last, after the one that holds its lock.
int descriptor_of(const std::string& path_prefix) {
  int last = -1;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const std::string target = std::filesystem::read_symlink(entry, gone);
    if (target.starts_with(path_prefix)) last = std::max(last, std::stoi(entry.path().filename()));
  }
  return last;
}

TEST_F(Hdf5SinkTest, ADiskThatIsAndStaysFullIsReportedWithItsCauseAndLeavesNothing) {
  model::Header header = made_up_header();
  header.trials = 4096;
  for (const std::uint64_t blocks_before : {0u, 1u, 3u}) {
    std::optional<Hdf5Sink> sink(std::in_place, path_);
    sink->begin(header);
    for (std::uint64_t b = 0; b < blocks_before; ++b) sink->block(made_up_block(header, 0, 1024 * b, 1024));
    const int full = ::open("/dev/full", O_RDWR);
    ASSERT_GE(::dup2(full, descriptor_of(path_)), 0);
    ::close(full);
    EXPECT_THAT(
        [&] {
          for (std::uint64_t b = blocks_before; b < 4; ++b) sink->block(made_up_block(header, 0, 1024 * b, 1024));
          sink->summary(made_up_summary(header, 0));
          sink->summary(made_up_summary(header, 1));
          sink->end(1);
        },
        ThrowsMessage<Error>(HasSubstr("run.h5' (No space left on device), free some space")));
    sink.reset();
    EXPECT_EQ(files(), 0u);
  }
  Hdf5Sink next(path_);
  play(header, 4096, next);
  EXPECT_EQ(read_result(path_).header.trials, 4096u) << "and HDF5 is in order for the next file";
}

TEST_F(Hdf5SinkTest, AFailedWriteIsTheRunsFaultAndNotTheInputs) {
  try {
    Hdf5Sink sink("/nonexistent/run.h5");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::run);
  }
}

TEST_F(Hdf5SinkTest, ABlockOfAnotherSizeIsAMistakeOfTheCaller) {
  const model::Header header = made_up_header();
  Hdf5Sink sink(path_);
  sink.begin(header);
  tally::Block block = made_up_block(header, 0, 0, 8);
  block.metric.pop_back();
  EXPECT_THAT([&] { sink.block(block); },
              ThrowsMessage<std::logic_error>("block of trust 0: 'metric_value' has 95 values, not 96"));
}

TEST_F(Hdf5SinkTest, ABlockOutOfOrderIsAMistakeOfTheCaller) {
  const model::Header header = made_up_header();
  Hdf5Sink sink(path_);
  sink.begin(header);
  sink.block(made_up_block(header, 0, 0, 8));
  EXPECT_THAT([&] { sink.block(made_up_block(header, 0, 16, 4)); },
              ThrowsMessage<std::logic_error>("block of trust 0: 'rating_final' starts at trial 16, not 8"));
}

TEST_F(Hdf5SinkTest, ASummaryOfAnotherShapeIsAMistakeOfTheCaller) {
  const model::Header header = made_up_header();
  Hdf5Sink sink(path_);
  sink.begin(header);
  tally::Summary summary = made_up_summary(header, 1);
  summary.sides[1].limiter_fired.push_back(0);
  EXPECT_THAT([&] { sink.summary(summary); },
              ThrowsMessage<std::logic_error>("summary of trust 1: 'limiter_count' has 5 values, not 4"));
  summary.sides.pop_back();
  EXPECT_THAT([&] { sink.summary(summary); },
              ThrowsMessage<std::logic_error>(HasSubstr("has 1 sides: the header has 2 trusts and 2 sides")));
}

}  // namespace
}  // namespace uor::store
