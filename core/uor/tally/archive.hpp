// Plain values to bytes and back, for what is sent between processes of one machine kind or kept in a file.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "core/uor/base/error.hpp"

namespace uor::tally {

static_assert(std::endian::native == std::endian::little);

[[noreturn]] inline void refuse_bytes(const char* why) {
  throw Error(std::string("not a part of a run (") + why + "), make it again with this version", Fault::run);
}

/// Writes what an archive function visits.
class ByteWriter {
 public:
  void one(const auto& value) { raw(&value, 1); }
  template <class Value>
  void list(const std::vector<Value>& values) {
    one(std::uint64_t{values.size()});
    raw(values.data(), values.size());
  }
  template <class Value>
  void raw(const Value* values, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const auto* first = reinterpret_cast<const std::byte*>(values);
    bytes.insert(bytes.end(), first, first + count * sizeof(Value));
  }
  std::vector<std::byte> bytes;
};

/// Reads it, in the same order.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}
  void one(auto& value) { raw(&value, 1); }
  template <class Value>
  void list(std::vector<Value>& values) {
    std::uint64_t size = 0;
    one(size);
    values.resize(require(size, sizeof(Value)));
    raw(values.data(), values.size());
  }
  template <class Value>
  void raw(Value* values, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const std::size_t size = require(count, sizeof(Value)) * sizeof(Value);
    if (size > 0) std::memcpy(values, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
  }
  /// `count`, of things that take at least so many bytes each.
  std::size_t require(std::uint64_t count, std::size_t each) const {
    if (count > bytes_.size() / each) refuse_bytes("its bytes end too early");
    return static_cast<std::size_t>(count);
  }
  void end() const {
    if (!bytes_.empty()) refuse_bytes("bytes follow its end");
  }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace uor::tally
