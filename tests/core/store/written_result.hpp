// A result file of the made-up run, for tests of what reads it back.
#pragma once

#include <H5Cpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"
#include "core/uor/store/read_result.hpp"
#include "core/uor/store/seal.hpp"
#include "tests/core/store/made_up_run.hpp"

namespace uor::store {

class WrittenResult : public testing::Test {
 protected:
  void SetUp() override {
    read_unsealed_files();  // what a test changes has no seal any more
    path_ = testing::TempDir() + "uor_read_" + std::to_string(::getpid()) + ".h5";
  }
  void TearDown() override {
    read_unsealed_files(false);
    std::filesystem::remove(path_);
  }

  void write(const model::Header& header, std::size_t block_trials = 8) {
    Hdf5Sink sink(path_);
    play(header, block_trials, sink);
  }

  // Opens the finished file for a change that no run would make.
  H5::H5File reopen() { return H5::H5File(path_, H5F_ACC_RDWR); }

  void expect_refused(const std::string& message) {
    EXPECT_THAT([&] { read_result(path_); }, testing::ThrowsMessage<Error>(testing::HasSubstr(message)));
  }

  std::string path_;
};

}  // namespace uor::store
