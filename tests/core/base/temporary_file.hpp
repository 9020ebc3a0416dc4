// A file that lives as long as its object, for readers that take a path.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <string>

namespace uor::test {

class TemporaryFile {
 public:
  /// `ending` such as ".csv"; the bytes of `content` as they are.
  TemporaryFile(const std::string& content, const std::string& ending) : path_(unused_path(ending)) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  static std::string unused_path(const std::string& ending) {
    static std::atomic<int> count{0};
    return testing::TempDir() + "uor_" + std::to_string(getpid()) + "_" + std::to_string(count++) + ending;
  }

  std::string path_;
};

}  // namespace uor::test
