#include "core/uor/shard/folder.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/shard/made_shards.hpp"

namespace uor::shard {
namespace {

class ShardFolder : public test::ShardTest {
 protected:
  Asked asked(std::uint64_t trials = 3000) const {
    return {R"({"seed":1})", "/", trials, {{"seed", "1"}, {"version", "1"}}};
  }
};

TEST_F(ShardFolder, KeepsWhatWasAskedFor) {
  const Folder folder(path("r.h5"));
  EXPECT_FALSE(folder.asked());
  folder.begin(asked());
  folder.begin(asked());  // a second process of the same run
  const Asked there = folder.asked().value();
  EXPECT_EQ(there.request, R"({"seed":1})");
  EXPECT_EQ(there.trials, 3000u);
  EXPECT_EQ(there.identity, asked().identity);
  folder.extend(asked(9000));
  EXPECT_EQ(folder.asked()->trials, 9000u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST_F(ShardFolder, RefusesAnotherRun) {
  const Folder folder(path("r.h5"));
  folder.begin(asked());
  Asked other = asked();
  other.identity[0].value = "2";
  EXPECT_NE(test::message_of([&] { folder.begin(other); }).find("shards of another run (seed 1, where this run has 2)"),
            std::string::npos);
  EXPECT_NE(test::message_of([&] { folder.begin(asked(4000)); }).find("with 3000 trials, where 4000 are asked for"),
            std::string::npos);
}

TEST_F(ShardFolder, RefusesARequestThatIsNone) {
  const Folder folder(path("r.h5"));
  folder.begin(asked());
  for (const char* text : {"", "{", "{}", "[1]"}) {
    write((folder.path() / "request.json").string(), text);
    EXPECT_NE(test::message_of([&] { folder.asked(); }).find("is no request of a run"), std::string::npos) << text;
  }
}

TEST_F(ShardFolder, TellsWholeShardsFromDamagedAndForeignOnes) {
  run::Engine engine(two_trusts(3000));
  const Folder folder(path("r.h5"));
  std::filesystem::create_directories(folder.path());
  const auto in = [&](const char* name) { return "r.h5.shards/" + std::string(name); };
  make(engine, {0, 1, 0, 3000}, in("a.shard"));
  const std::string damaged = make(engine, {1, 1, 0, 3000}, in("b.shard"));
  write(damaged, bytes(damaged).substr(0, 1000));
  write(path(in("notes.txt")), "not a shard, and left alone");
  const Identity identity = identity_of(engine.header());
  const Found found = folder.find(identity);
  ASSERT_EQ(found.whole.size(), 1u);
  ASSERT_EQ(found.damaged.size(), 1u);
  EXPECT_EQ(found.damaged[0].path, damaged);
  Identity other = identity;
  other[1].value = "99";
  EXPECT_NE(test::message_of([&] { folder.find(other); }).find("is a shard of another run (seed"), std::string::npos);
}

}  // namespace
}  // namespace uor::shard
