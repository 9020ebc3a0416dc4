// The inner part of SHA-256, in plain words and by the instructions that most x86-64 processors have for it, which take
// an eighth of the time.
#pragma once

#include <cstddef>
#include <cstdint>

namespace uor {

/// Folds blocks of 64 bytes into the eight words of the running hash (FIPS 180-4 section 6.2.2).
void sha256_by_words(std::uint32_t* state, const std::byte* blocks, std::size_t count);

bool has_sha256_instructions();

/// The same; only where has_sha256_instructions().
void sha256_by_instructions(std::uint32_t* state, const std::byte* blocks, std::size_t count);

}  // namespace uor
