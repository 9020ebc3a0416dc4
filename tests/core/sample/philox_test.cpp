#include "core/uor/sample/philox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace uor::sample {
namespace {

constexpr std::uint64_t key = 0x123456789ABCDEF0u;

std::vector<std::uint32_t> words_of(std::uint32_t month, std::uint64_t first_trial, std::size_t count) {
  std::vector<std::uint32_t> words(count);
  draw_words(key, month, first_trial, count, words.data());
  return words;
}

/// The layout written out from its definition, one word at a time.
std::uint32_t word_by_definition(std::uint32_t month, std::uint64_t trial) {
  const std::uint64_t block = 8 * (trial / 32) + trial % 8;
  const Counter counter = {static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32), month, 0};
  const Key halves = {0x9ABCDEF0u, 0x12345678u};
  return philox4x32(counter, halves)[(trial / 8) % 4];
}

// Known answers: kat_vectors of the Random123 distribution (Salmon and others 2011).
TEST(Philox, GivesThePublishedVectorForZeros) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
}

TEST(Philox, GivesThePublishedVectorForOnes) {
  constexpr std::uint32_t ones = 0xFFFFFFFF;
  EXPECT_EQ(philox4x32({ones, ones, ones, ones}, {ones, ones}),
            (Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
}

TEST(Philox, GivesThePublishedVectorForDigitsOfPi) {
  EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Layout, TakesEachTrialFromItsBlockAndWord) {
  const std::vector<std::uint32_t> words = words_of(3, 0, 128);
  for (const std::uint64_t trial : {0, 7, 8, 31, 32, 33, 63, 100, 127}) {
    EXPECT_EQ(words[trial], word_by_definition(3, trial)) << "trial " << trial;
  }
}

TEST(Layout, PassesTheSecondCounterWordBeyondFourBillionBlocks) {
  const std::uint64_t first = (std::uint64_t{1} << 34) - 32;  // the last group of 32-bit blocks, then the next
  const std::vector<std::uint32_t> words = words_of(run_month, first, 64);
  for (std::uint64_t i = 0; i < 64; i += 9) {
    EXPECT_EQ(words[i], word_by_definition(run_month, first + i)) << "trial " << first + i;
  }
}

TEST(Layout, GivesTheSameWordsHoweverTrialsArePartitioned) {
  const std::vector<std::uint32_t> whole = words_of(7, 64, 1024);
  for (const std::size_t piece : {8, 24, 64, 256}) {
    for (std::size_t at = 0; at < whole.size(); at += piece) {
      const std::vector<std::uint32_t> part = words_of(7, 64 + at, std::min(piece, whole.size() - at));
      EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(at)))
          << "pieces of " << piece << " at " << at;
    }
  }
}

TEST(Layout, GivesOtherWordsInAnotherMonth) { EXPECT_NE(words_of(1, 0, 32), words_of(2, 0, 32)); }

TEST(Uniform, LiesStrictlyInsideItsInterval) {
  EXPECT_EQ(uniform_of(0), 0x1p-33);
  EXPECT_EQ(uniform_of(0xFFFFFFFF), 1.0 - 0x1p-33);
}

}  // namespace
}  // namespace uor::sample
