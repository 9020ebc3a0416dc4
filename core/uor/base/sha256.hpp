// SHA-256 of bytes and of files, for the provenance of plugins and inputs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace uor {

/// The running hash: whole blocks are folded in as they arrive, the rest waits in `pending_`.
class Sha256 {
 public:
  void add(std::span<const std::byte> bytes);
  /// As sha256_hex(); once, after the last bytes.
  std::string finish();

 private:
  static constexpr std::size_t block_bytes = 64;
  void fold_pending();
  void fold(const std::byte* blocks, std::size_t count);
  std::string hex() const;

  /// FIPS 180-4 section 5.3.3: the same of the square roots of the first 8 primes.
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, block_bytes> pending_{};
  std::size_t pending_count_ = 0;
  std::uint64_t byte_count_ = 0;
};

/// 64 lower-case hexadecimal digits (FIPS 180-4, National Institute of Standards and Technology, August 2015).
std::string sha256_hex(std::span<const std::byte> bytes);

/// The same of the first `bytes` of a file, or of all of it where it has fewer; errors as below.
std::string sha256_hex_of_start(const std::string& path, std::uint64_t bytes);

/// The same of a file's content; Error (Fault::input) naming the file when it cannot be read.
std::string sha256_hex_of_file(const std::string& path);

}  // namespace uor
