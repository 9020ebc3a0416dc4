#include "core/uor/base/hash.hpp"

#include <gtest/gtest.h>

#include <set>

namespace uor {
namespace {

// Test vectors of the FNV reference page (isthe.com/chongo/tech/comp/fnv, 64-bit FNV-1a).
TEST(HashName, GivesThePublishedVectors) {
  EXPECT_EQ(hash_name(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash_name("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(hash_name("foobar"), 0x85944171f73967e8u);
}

// First outputs of SplitMix64 from seed 0 and from seed 0x9E37...15, its increment.
TEST(MixBits, GivesTheSequenceOfSplitMix64) {
  EXPECT_EQ(mix_bits(0), 0xe220a8397b1dcdafu);
  EXPECT_EQ(mix_bits(0x9E3779B97F4A7C15u), 0x6e789e6aa1b965f4u);
}

TEST(StreamKey, IsBuiltAsDocumented) {
  const std::uint64_t inner = hash_name("RF4") ^ mix_bits(hash_name("clinical.dna_rate"));
  EXPECT_EQ(stream_key(7, "RF4", "clinical.dna_rate"), mix_bits(7 ^ mix_bits(inner)));
}

TEST(StreamKey, DiffersInEachOfItsParts) {
  const std::set<std::uint64_t> keys = {stream_key(1, "RF4", "a"), stream_key(2, "RF4", "a"), stream_key(1, "RAX", "a"),
                                        stream_key(1, "RF4", "b"), stream_key(1, "a", "RF4"), stream_key(1, "*", "a")};
  EXPECT_EQ(keys.size(), 6u);
}

}  // namespace
}  // namespace uor
