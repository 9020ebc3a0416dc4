// An HDF5 dataset being written. Unlike H5::DataSet it closes without a word when the disk is full.
#pragma once

#include <H5Cpp.h>

#include <utility>

namespace uor::store {

class Array {
 public:
  Array() = default;
  explicit Array(hid_t id) : id_(id) {}
  ~Array() {
    if (id_ >= 0) H5Dclose(id_);
  }
  Array(Array&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
  Array& operator=(Array&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }

  explicit operator bool() const { return id_ >= 0; }
  hid_t id() const { return id_; }
  H5::DataSpace space() const;

  /// H5::Exception when it fails.
  void write(const void* values, const H5::DataType& memory_type, const H5::DataSpace& memory = H5::DataSpace::ALL,
             const H5::DataSpace& file = H5::DataSpace::ALL) const;

 private:
  hid_t id_ = -1;
};

}  // namespace uor::store
