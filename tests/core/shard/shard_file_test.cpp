#include "core/uor/shard/shard_file.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/shard/made_shards.hpp"

namespace uor::shard {
namespace {

class ShardFile : public test::ShardTest {
 protected:
  std::string made() {
    run::Engine engine(two_trusts(3000));
    return make(engine, {1, 1, 0, 3000}, "one.shard");
  }
};

TEST_F(ShardFile, GivesBackWhatWasWritten) {
  const Shard shard(made());
  EXPECT_EQ(shard.unit(), (Unit{1, 1, 0, 3000}));
  EXPECT_EQ(shard.head().request, R"({"scenario":"small"})");
  EXPECT_EQ(shard.head().identity, identity_of(run::Engine(two_trusts(3000)).header()));
  std::uint64_t next = 0;
  shard.blocks(1, [&](const tally::Block& block) {
    EXPECT_EQ(block.first_trial, next);
    EXPECT_EQ(block.final_rating.size(), 2 * block.count);
    next += block.count;
  });
  EXPECT_EQ(next, 3000u);
  EXPECT_EQ(shard.part(1).range.count, 3000u);
}

TEST_F(ShardFile, IsTheSameBytesWhoeverMakesIt) {
  run::Engine one(two_trusts(3000));
  model::Inputs threads = two_trusts(3000);
  threads.threads = 3;
  run::Engine other(threads);
  const auto ratings = [](const Shard& shard) {
    std::vector<std::uint8_t> all;
    shard.blocks(0, [&](const tally::Block& block) {
      all.insert(all.end(), block.final_rating.begin(), block.final_rating.begin() + static_cast<long>(block.count));
    });
    return all;
  };
  const Shard a(make(one, {0, 1, 0, 3000}, "a.shard")), b(make(other, {0, 1, 0, 3000}, "b.shard"));
  EXPECT_EQ(ratings(a), ratings(b));
  EXPECT_EQ(a.part(0).total().sums[0].square, b.part(0).total().sums[0].square);
}

TEST_F(ShardFile, IsRefusedWhereAnyBitIsAnother) {
  const std::string file = made(), whole = bytes(file);
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 97) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    write(file, damaged);
    EXPECT_NE(test::message_of([&] { Shard{file}; }).find("is no whole shard"), std::string::npos) << at;
  }
}

TEST_F(ShardFile, IsRefusedWhereItIsCutShortOrEmptyOrNoFile) {
  const std::string file = made(), whole = bytes(file);
  for (const std::size_t size : {std::size_t{1}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
    write(file, whole.substr(0, size));
    EXPECT_NE(test::message_of([&] { Shard{file}; }).find("is no whole shard"), std::string::npos) << size;
  }
  write(file, whole + "x");
  EXPECT_NE(test::message_of([&] { Shard{file}; }).find("is no whole shard"), std::string::npos);
  write(file, "");
  EXPECT_NE(test::message_of([&] { Shard{file}; }).find("it is empty"), std::string::npos);
  std::filesystem::remove(file);
  std::filesystem::create_symlink(path("elsewhere"), file);
  EXPECT_NE(test::message_of([&] { Shard{file}; }).find("it is a link"), std::string::npos);
}

TEST_F(ShardFile, IsNotThereUntilItIsWhole) {
  run::Engine engine(two_trusts(3000));
  {
    ShardWriter writer(path("one.shard"), {identity_of(engine.header()), "{}"});
    make(engine, {0, 1, 0, 3000}, "other.shard");
  }
  EXPECT_FALSE(std::filesystem::exists(path("one.shard")));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(root_), {}), 1);
}

}  // namespace
}  // namespace uor::shard
