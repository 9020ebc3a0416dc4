#include "core/uor/tally/block_spool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/core/base/message_of.hpp"

namespace uor::tally {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Block block_of(std::size_t trust, std::uint64_t first) {
  Block block;
  block.trust = trust;
  block.first_trial = first;
  block.count = 2;
  block.final_rating = {static_cast<std::uint8_t>(trust), 4};
  block.quantity = {static_cast<double>(first), 0.5, -1.0};
  return block;
}

TEST(BlockSpool, GivesBlocksBackTrustByTrustInTheirOrder) {
  BlockSpool spool(2);
  for (const std::uint64_t first : {0U, 2U}) {
    for (const std::size_t trust : {1U, 0U}) spool.put(block_of(trust, first));
  }
  for (const std::size_t trust : {0U, 1U}) {
    std::vector<Block> blocks;
    spool.replay(trust, [&](const Block& block) { blocks.push_back(block); });
    ASSERT_EQ(blocks.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(blocks[i].trust, trust);
      EXPECT_EQ(blocks[i].first_trial, 2 * i);
      EXPECT_EQ(blocks[i].count, 2U);
      EXPECT_THAT(blocks[i].final_rating, ElementsAre(trust, 4));
      EXPECT_THAT(blocks[i].quantity, ElementsAre(2.0 * static_cast<double>(i), 0.5, -1.0));
      EXPECT_TRUE(blocks[i].metric.empty() && blocks[i].final_metric.empty());
    }
  }
}

TEST(BlockSpool, SaysWhereItCannotWrite) {
  const char* before = std::getenv("TMPDIR");
  const std::string restore = before == nullptr ? "" : before;
  setenv("TMPDIR", "/proc", 1);
  EXPECT_THAT(test::message_of([] { BlockSpool spool(1); }), HasSubstr("cannot make a temporary file in '/proc'"));
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", restore.c_str(), 1);
}

}  // namespace
}  // namespace uor::tally
