#include "core/uor/tally/block_bytes.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/error.hpp"

namespace uor::tally {
namespace {

Block made_block() {
  Block block;
  block.trust = 3;
  block.first_trial = 512;
  block.count = 2;
  double next = 0.5;
  std::uint8_t grade = 1;
  const auto fill = [&](auto& values) {
    using Value = typename std::decay_t<decltype(values)>::value_type;
    if constexpr (std::is_same_v<Value, double>) {
      values = {next, -next};
      next += 1;
    } else {
      values = {grade, ++grade};
    }
  };
  fill(block.above);
  each_array_but_above(block, fill);
  return block;
}

TEST(BlockBytes, GiveTheSameBlockBack) {
  const Block block = made_block();
  const std::vector<std::byte> bytes = bytes_of(block);
  const Block read = block_of(bytes);
  EXPECT_EQ(read.trust, 3u);
  EXPECT_EQ(read.first_trial, 512u);
  EXPECT_EQ(read.above, block.above);
  EXPECT_EQ(read.quantity, block.quantity);
  EXPECT_EQ(read.rating, block.rating);
  EXPECT_EQ(bytes_of(read), bytes);
}

TEST(BlockBytes, RefuseBytesThatAreCutShortOrGoOn) {
  std::vector<std::byte> bytes = bytes_of(made_block());
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_THROW(block_of(std::span(bytes).first(size)), Error) << size;
  bytes.push_back(std::byte{0});
  EXPECT_THROW(block_of(bytes), Error);
}

}  // namespace
}  // namespace uor::tally
