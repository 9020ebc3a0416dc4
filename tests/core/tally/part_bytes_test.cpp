#include "core/uor/tally/part_bytes.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "tests/core/base/message_of.hpp"
#include "tests/core/tally/made_part.hpp"

namespace uor::tally {
namespace {

using test::message_of;

Part replicated_part() {
  Part part(PartShape{3, 16, 2, 12, 4, 5, 6}, 7, 2 * chunk_trials);
  part.chunks[0].replicates[17] = {0.1, 0.2};
  part.replicates[5].limiter_fired[3] = 11;
  part.counts[1].migration[1][2] = 13;
  return part;
}

TEST(PartBytes, GiveTheSamePartBack) {
  const Part part = test::made_part(chunk_trials, chunk_trials + 300);
  const std::vector<std::byte> bytes = bytes_of(part);
  const Part read = part_of(bytes);
  EXPECT_EQ(read.range, part.range);
  ASSERT_EQ(read.chunks.size(), 2u);
  EXPECT_EQ(read.total().sums[0].square, part.total().sums[0].square);
  EXPECT_EQ(read.counts[0].rating, part.counts[0].rating);
  EXPECT_EQ(read.implausible, part.implausible);
  EXPECT_TRUE(std::ranges::equal(read.distributions.counts(0), part.distributions.counts(0)));
  EXPECT_EQ(read.distributions.far(0), part.distributions.far(0));
  EXPECT_FALSE(part.distributions.far(0).empty());
  EXPECT_EQ(bytes_of(read), bytes);
}

TEST(PartBytes, HoldReplicatesAndLimiters) {
  const Part part = replicated_part(), read = part_of(bytes_of(part));
  EXPECT_EQ(read.range.trust, 7u);
  EXPECT_EQ(read.chunks[0].replicates, part.chunks[0].replicates);
  EXPECT_EQ(read.replicates[5].limiter_fired[3], 11u);
  EXPECT_EQ(read.counts[1].migration[1][2], 13u);
}

TEST(PartBytes, AreSmallWhereBinsAreEmpty) { EXPECT_LT(bytes_of(test::made_part(0, 256)).size(), 12'000u); }

TEST(PartBytes, AreRefusedWhenCutAnywhere) {
  const std::vector<std::byte> bytes = bytes_of(replicated_part());
  for (std::size_t size = 0; size < bytes.size(); size += 8) {
    EXPECT_NE(message_of([&] { part_of(std::span(bytes).first(size)); }).find("not a part of a run"),
              std::string::npos);
  }
  std::vector<std::byte> longer = bytes;
  longer.push_back(std::byte{0});
  EXPECT_EQ(message_of([&] { part_of(longer); }),
            "not a part of a run (bytes follow its end), make it again with this version");
}

TEST(PartBytes, AreRefusedWithAnySizeThatIsTooLarge) {
  const std::vector<std::byte> bytes = bytes_of(replicated_part());
  for (std::size_t at = 32; at + 8 <= bytes.size(); at += 8) {
    std::vector<std::byte> broken = bytes;
    std::memset(broken.data() + at, 0x7F, 8);
    try {
      part_of(broken);  // a count or a sum may be any number
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::run);
    }
  }
}

}  // namespace
}  // namespace uor::tally
