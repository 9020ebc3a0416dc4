// Arrays of numbers that begin at zero, in huge pages where they are large.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

namespace uor {

/// Zeros, 64-byte aligned. From a megabyte on they are fresh pages of the system's, huge ones where it has them: what
/// is never touched costs nothing, and what is costs few page faults. std::bad_alloc.
void* zeroed_memory(std::size_t bytes);
/// What zeroed_memory() gave for as many bytes.
void release_zeroed(void* memory, std::size_t bytes) noexcept;

/// Of a fixed size; Value is a plain number.
template <class Value>
class Zeroed {
 public:
  Zeroed() = default;
  explicit Zeroed(std::size_t size)
      : size_(size), data_(size == 0 ? nullptr : static_cast<Value*>(zeroed_memory(size * sizeof(Value)))) {}
  Zeroed(const Zeroed& other) : Zeroed(other.size_) { std::copy_n(other.data_, size_, data_); }
  Zeroed(Zeroed&& other) noexcept : size_(std::exchange(other.size_, 0)), data_(std::exchange(other.data_, nullptr)) {}
  Zeroed& operator=(Zeroed other) noexcept {
    std::swap(size_, other.size_);
    std::swap(data_, other.data_);
    return *this;
  }
  ~Zeroed() {
    if (data_ != nullptr) release_zeroed(data_, size_ * sizeof(Value));
  }

  /// All zero again, with this size.
  void start(std::size_t size) {
    if (size == size_) {
      std::fill_n(data_, size_, Value{});
    } else {
      *this = Zeroed();
      *this = Zeroed(size);
    }
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Value* data() { return data_; }
  const Value* data() const { return data_; }
  Value& operator[](std::size_t i) { return data_[i]; }
  const Value& operator[](std::size_t i) const { return data_[i]; }

 private:
  std::size_t size_ = 0;
  Value* data_ = nullptr;
};

}  // namespace uor
