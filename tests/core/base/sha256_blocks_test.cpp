#include "core/uor/base/sha256_blocks.hpp"

#include <gtest/gtest.h>

#include <array>

namespace uor {
namespace {

using Fold = void (*)(std::uint32_t*, const std::byte*, std::size_t);

// FIPS 180-2 appendix B.1: "abc", padded to one block.
void expect_published(Fold fold) {
  std::array<std::byte, 64> block{std::byte{'a'}, std::byte{'b'}, std::byte{'c'}, std::byte{0x80}};
  block[63] = std::byte{24};
  std::array<std::uint32_t, 8> state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  fold(state.data(), block.data(), 1);
  const std::array<std::uint32_t, 8> published = {0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223,
                                                  0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad};
  EXPECT_EQ(state, published);
}

TEST(Sha256Blocks, FoldAPublishedBlockInPlainWords) { expect_published(sha256_by_words); }

TEST(Sha256Blocks, FoldAPublishedBlockByInstructions) {
  if (!has_sha256_instructions()) GTEST_SKIP() << "this processor has none";
  expect_published(sha256_by_instructions);
}

}  // namespace
}  // namespace uor
