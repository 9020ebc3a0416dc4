#include "core/uor/sample/points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "core/uor/sample/sobol.hpp"
#include "tests/core/sample/columns_of.hpp"

namespace uor::sample {
namespace {

using Words = std::vector<std::uint32_t>;

constexpr Points both[] = {Points::lhs, Points::sobol};
constexpr std::uint64_t key = stream_key(1, "RF4", "people.sickness_noise");

Words words_of(Points points, std::uint64_t stream, std::uint32_t month, std::uint64_t first, std::size_t count) {
  Words words(count);
  draw_points(points, stream, month, first, count, words.data());
  return words;
}

/// How often each value of `word >> shift` comes.
std::vector<int> counts_of(const Words& words, int shift) {
  std::vector<int> counts(std::size_t{1} << (32 - shift), 0);
  for (const std::uint32_t word : words) ++counts[word >> shift];
  return counts;
}

TEST(RandomPoints, AreTheWordsOfTheLayout) {
  Words expected(256);
  draw_words(key, 3, 64, 256, expected.data());
  EXPECT_EQ(words_of(Points::random, key, 3, 64, 256), expected);
}

TEST(LhsAndSobolPoints, HitEachStratumOfEachBlockOnce) {
  for (const Points points : both) {
    for (const std::uint32_t month : {1u, 2u, 12u, 60u, run_month}) {
      for (const std::uint64_t block : {0u, 1u, 16u, 37u}) {
        const Words words = words_of(points, key, month, block * block_trials, block_trials);
        EXPECT_THAT(counts_of(words, 24), testing::Each(1)) << name_of(points) << " " << month << " " << block;
      }
    }
  }
}

TEST(LhsPoints, KeepTheRandomWordBelowTheStratum) {
  const Words random = words_of(Points::random, key, 5, 8192, 512), words = words_of(Points::lhs, key, 5, 8192, 512);
  for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i] & 0xFFFFFFu, random[i] >> 8);
}

TEST(SobolPoints, FillStrataThatAreFinerTheMoreBlocksAReplicateHas) {
  Words words;
  for (const std::uint64_t chunk : {0, 1, 2, 3}) {  // the blocks of replicate 5
    const Words block = words_of(Points::sobol, key, 7, chunk * whole_trials + 5 * block_trials, block_trials);
    words.insert(words.end(), block.begin(), block.end());
  }
  EXPECT_THAT(counts_of(words, 22), testing::Each(1));
}

/// Points of two months of a block in boxes of 2^-a by 2^-b.
std::vector<int> boxes_of(const Words& x, const Words& y, int a, int b) {
  std::vector<int> counts(std::size_t{1} << (a + b), 0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::uint64_t row = std::uint64_t{x[i]} >> (32 - a), column = std::uint64_t{y[i]} >> (32 - b);
    ++counts[row << b | column];
  }
  return counts;
}

TEST(SobolPoints, OfTheFirstTwoMonthsHitEveryBoxOfABlocksSizeOnce) {
  const Words first = words_of(Points::sobol, key, 1, 3 * block_trials, block_trials),
              second = words_of(Points::sobol, key, 2, 3 * block_trials, block_trials);
  for (int a = 0; a <= 8; ++a) EXPECT_THAT(boxes_of(first, second, a, 8 - a), testing::Each(1)) << a;
}

TEST(SobolPoints, OfEveryTwoMonthsOfAYearFillAGridOf4By4) {
  std::vector<Words> months;
  for (std::uint32_t month = 1; month <= 12; ++month) {
    months.push_back(words_of(Points::sobol, key, month, 0, block_trials));
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_THAT(boxes_of(months[i], months[j], 2, 2), testing::Each(16)) << i + 1 << " and " << j + 1;
    }
  }
}

TEST(SobolDirections, PutOnePointOfThoseBelowAPowerOfTwoIntoEachInterval) {
  for (std::size_t dimension = 0; dimension < sobol_dimensions; ++dimension) {
    const SobolDirections& directions = reversed_directions(dimension);
    for (const unsigned bits : {1u, 5u, 12u}) {
      std::vector<int> counts(std::size_t{1} << bits, 0);
      for (std::uint32_t index = 0; index < counts.size(); ++index) {
        std::uint32_t mirrored = 0;
        for (unsigned bit = 0; bit < bits; ++bit) mirrored ^= (index >> bit & 1u) != 0 ? directions[bit] : 0u;
        ++counts[mirrored & (counts.size() - 1)];  // the leading bits, in reverse
      }
      EXPECT_THAT(counts, testing::Each(1)) << dimension << " " << bits;
    }
  }
}

TEST(LhsAndSobolPoints, AreTheSameHoweverTrialsArePartitioned) {
  for (const Points points : both) {
    const Words whole = words_of(points, key, 4, 4 * block_trials - 512, 1024);  // four blocks
    for (const std::size_t piece : {8, 24, 256}) {
      for (std::size_t at = 0; at < whole.size(); at += piece) {
        const std::size_t count = std::min(piece, whole.size() - at);
        const Words part = words_of(points, key, 4, 4 * block_trials - 512 + at, count);
        EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(at)));
      }
    }
  }
}

TEST(LhsAndSobolPoints, AreTheSameAtEveryLevel) {
  const std::uint32_t round_keys[6] = {1, 0xFFFFFFFF, 3, 0x80000000, 5, 6};
  const SobolBlock block{{9, 8, 7, 6, 5, 4}, {0x12345678, 0x9ABCDEF1}, reversed_directions(7).data(), 0xF0F0F0F0};
  Words expected, expected_sobol;
  for (const Kernels* level : available_kernels()) {
    Words words(1003, 0xDEADBEEF), sobol(1003);
    level->stratify(round_keys, 40, words.size(), words.data());
    level->sobol(block, 40, sobol.size(), sobol.data());
    if (expected.empty()) expected = words, expected_sobol = sobol;
    EXPECT_EQ(words, expected) << level->level;
    EXPECT_EQ(sobol, expected_sobol) << level->level;
  }
}

std::vector<double> normals(Points points, std::uint64_t stream, std::uint32_t month, std::uint64_t first,
                            std::size_t count) {
  std::vector<double> z;
  for (const std::uint32_t word : words_of(points, stream, month, first, count)) {
    z.push_back(normal_quantile(uniform_of(word)));
  }
  return z;
}

TEST(LhsAndSobolPoints, OfTwoDriversAreIndependent) {
  const std::uint64_t other = stream_key(1, "RF4", "people.agency_noise");
  for (const Points points : both) {
    const auto a = normals(points, key, run_month, 0, whole_trials);
    const auto b = normals(points, other, run_month, 0, whole_trials);
    EXPECT_NEAR(mean_product(a, b), 0, four_errors(0, whole_trials)) << name_of(points);
    std::vector<double> a_square, b_square;
    for (std::size_t i = 0; i < a.size(); ++i) {
      a_square.push_back((a[i] * a[i] - 1) / std::sqrt(2.0));
      b_square.push_back((b[i] * b[i] - 1) / std::sqrt(2.0));
    }
    EXPECT_NEAR(mean_product(a_square, b_square), 0, four_errors(0, whole_trials)) << name_of(points);
  }
}

TEST(LhsPoints, OfTwoMonthsAndTwoBlocksAreIndependent) {
  const auto april = normals(Points::lhs, key, 1, 0, whole_trials), may = normals(Points::lhs, key, 2, 0, whole_trials);
  EXPECT_NEAR(mean_product(april, may), 0, four_errors(0, whole_trials));
  const auto next = normals(Points::lhs, key, 1, block_trials, block_trials);
  EXPECT_NEAR(mean_product({april.begin(), april.begin() + block_trials}, next), 0, four_errors(0, block_trials));
}

TEST(SobolPoints, OfTwoReplicatesAreIndependent) {
  const auto first = normals(Points::sobol, key, 1, 0, block_trials),
             second = normals(Points::sobol, key, 1, block_trials, block_trials);
  EXPECT_NEAR(mean_product(first, second), 0, four_errors(0, block_trials));
}

/// The mean of e^z over a block is e^(1/2) with an sd of 2.16 / 16 where draws are random. Strata leave only what
/// varies within them, and of that nearly all in the topmost.
TEST(LhsAndSobolPoints, KnowAMeanFarBetterThanRandomOnes) {
  for (const Points points : both) {
    double square = 0;
    for (std::uint64_t replicate = 0; replicate < replicate_count; ++replicate) {
      double sum = 0;
      for (const double z : normals(points, key, 2, replicate * block_trials, block_trials)) sum += std::exp(z);
      const double error = sum / static_cast<double>(block_trials) - std::exp(0.5);
      square += error * error / static_cast<double>(replicate_count);
    }
    EXPECT_LT(std::sqrt(square), 2.16 / 16 / 4) << name_of(points);
  }
}

TEST(SobolPoints, AreScrambledSoThatEachBitIsSetHalfTheTime) {
  constexpr std::size_t keys = 4096;
  std::vector<int> set(32, 0), first_bit_agrees(32, 0);
  for (std::size_t k = 0; k < keys; ++k) {
    const std::uint32_t word = words_of(Points::sobol, mix_bits(k), 3, 0, 8)[0];
    for (std::size_t bit = 0; bit < 32; ++bit) {
      set[bit] += static_cast<int>(word >> bit & 1u);
      first_bit_agrees[bit] += (word >> bit & 1u) == word >> 31 ? 1 : 0;
    }
  }
  for (std::size_t bit = 0; bit < 32; ++bit) {
    EXPECT_NEAR(set[bit], keys / 2, 4 * std::sqrt(keys) / 2) << bit;
    if (bit < 31) {
      EXPECT_NEAR(first_bit_agrees[bit], keys / 2, 4 * std::sqrt(keys) / 2) << bit;
    }
  }
}

TEST(LhsAndSobolPoints, OfASamplerDoNotChangeWhenAStreamIsAdded) {
  const std::vector<Stream> streams = {{"a", Each::month, 0, 0.5}, {"b", Each::ar1, 0.8, 0}};
  const std::vector<Stream> more = {{"new", Each::run, 0, 0}, streams[0], streams[1]};
  for (const Points points : both) {
    const Sampler few(5, "RF4", streams, {}, points), many(5, "RF4", more, {}, points);
    for (const std::size_t stream : {0u, 1u}) {
      EXPECT_EQ(column_of(few, stream, 3, 4096, 256), column_of(many, stream + 1, 3, 4096, 256));
    }
  }
}

TEST(LhsAndSobolPoints, OfASamplerAreNotTheRandomOnes) {
  const std::vector<Stream> streams = {{"a", Each::month, 0, 0}};
  const Sampler random(5, "RF4", streams, {}), lhs(5, "RF4", streams, {}, Points::lhs),
      sobol(5, "RF4", streams, {}, Points::sobol);
  EXPECT_NE(column_of(random, 0, 1, 0, 64), column_of(lhs, 0, 1, 0, 64));
  EXPECT_NE(column_of(lhs, 0, 1, 0, 64), column_of(sobol, 0, 1, 0, 64));
}

}  // namespace
}  // namespace uor::sample
