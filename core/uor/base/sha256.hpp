// SHA-256 of bytes and of files, for the provenance of plugins and inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace uor {

/// 64 lower-case hexadecimal digits (FIPS 180-4, National Institute of Standards and Technology, August 2015).
std::string sha256_hex(std::span<const std::byte> bytes);

/// The same of the first `bytes` of a file, or of all of it where it has fewer; errors as below.
std::string sha256_hex_of_start(const std::string& path, std::uint64_t bytes);

/// The same of a file's content; Error (Fault::input) naming the file when it cannot be read.
std::string sha256_hex_of_file(const std::string& path);

}  // namespace uor
