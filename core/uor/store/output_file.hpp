// The HDF5 file that is being written: opened once and closed once, also when the disk is full.
#pragma once

#include <H5Cpp.h>

#include <string>

namespace uor::store {

class OutputFile {
 public:
  OutputFile() = default;
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Replaces the content of `path`. H5::Exception when it fails.
  void create(const std::string& path);

  H5::Group root() const;

  /// Whether a write has failed. HDF5 is not told (see forgiving_driver.hpp): ask after every step.
  bool failed() const { return failed_; }

  void flush() const;
  void close();

 private:
  hid_t id_ = -1;
  hid_t driver_ = -1;
  bool failed_ = false;
};

}  // namespace uor::store
