#include "core/uor/base/sha256.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <limits>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/base/sha256_blocks.hpp"

namespace uor {

namespace {

using Word = std::uint32_t;

constexpr std::size_t block_bytes = 64;

/// The running hash: whole blocks are folded in as they arrive, the rest waits in `pending_`.
class Sha256 {
 public:
  void add(std::span<const std::byte> bytes) {
    byte_count_ += bytes.size();
    while (!bytes.empty()) {
      if (const std::size_t blocks = bytes.size() / block_bytes; blocks > 0 && pending_count_ == 0) {
        fold(bytes.data(), blocks);
        bytes = bytes.subspan(blocks * block_bytes);
        continue;
      }
      const std::size_t taken = std::min(bytes.size(), block_bytes - pending_count_);
      std::copy_n(bytes.begin(), taken, pending_.begin() + static_cast<std::ptrdiff_t>(pending_count_));
      pending_count_ += taken;
      bytes = bytes.subspan(taken);
      if (pending_count_ == block_bytes) fold_pending();
    }
  }

  std::string finish() {
    const std::uint64_t bit_count = byte_count_ * 8;
    const std::byte one{0x80}, zero{0};
    add({&one, 1});
    while (pending_count_ != block_bytes - 8) add({&zero, 1});
    std::array<std::byte, 8> length;
    for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<std::byte>((bit_count >> (56 - 8 * i)) & 0xff);
    add(length);
    return hex();
  }

 private:
  void fold_pending() {
    fold(pending_.data(), 1);
    pending_count_ = 0;
  }

  void fold(const std::byte* blocks, std::size_t count) {
    static const bool has_instructions = has_sha256_instructions();
    (has_instructions ? sha256_by_instructions : sha256_by_words)(state_.data(), blocks, count);
  }

  std::string hex() const {
    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (const Word word : state_) {
      for (int shift = 28; shift >= 0; shift -= 4) text += digits[(word >> shift) & 0xf];
    }
    return text;
  }

  /// FIPS 180-4 section 5.3.3: the same of the square roots of the first 8 primes.
  std::array<Word, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, block_bytes> pending_{};
  std::size_t pending_count_ = 0;
  std::uint64_t byte_count_ = 0;
};

}  // namespace

std::string sha256_hex(std::span<const std::byte> bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

std::string sha256_hex_of_start(const std::string& path, std::uint64_t bytes) {
  std::ifstream file(path, std::ios::binary);
  Sha256 hash;
  std::vector<char> buffer(1 << 20);
  const auto left = [&] { return static_cast<std::streamsize>(std::min<std::uint64_t>(bytes, buffer.size())); };
  while (bytes > 0 && (file.read(buffer.data(), left()) || file.gcount() > 0)) {
    const auto count = static_cast<std::size_t>(file.gcount());
    hash.add(std::as_bytes(std::span(buffer.data(), count)));
    bytes -= count;
  }
  if (!file.eof() && !file.good()) throw Error("cannot read '" + path + "', check that it is a readable file");
  return hash.finish();
}

std::string sha256_hex_of_file(const std::string& path) {
  return sha256_hex_of_start(path, std::numeric_limits<std::uint64_t>::max());
}

}  // namespace uor
