#include "core/uor/shard/merge.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/shard/made_shards.hpp"

namespace uor::shard {
namespace {

using tally::chunk_trials;

class Merge : public test::ShardTest {
 protected:
  static test::KeptRun merged(run::Engine& engine, std::vector<Shard> shards) {
    test::KeptRun run;
    test::KeepingSink sink(run);
    const Merged out = merge(engine, std::move(shards), sink);
    EXPECT_EQ(out.summaries.size(), run.summaries.size());
    return run;
  }
  static std::vector<std::uint8_t> ratings(const test::KeptRun& run) {
    std::vector<std::uint8_t> all;
    for (const tally::Block& block : run.blocks)
      all.insert(all.end(), block.final_rating.begin(), block.final_rating.begin() + static_cast<long>(block.count));
    return all;
  }
};

TEST_F(Merge, IsTheRunBitForBitFromAnyShards) {
  const std::uint64_t trials = 2 * chunk_trials + 700;
  const test::KeptRun whole = test::run_of(two_trusts(trials));
  run::Engine engine(two_trusts(trials));
  std::vector<Shard> shards;
  shards.emplace_back(make(engine, {1, 1, chunk_trials, chunk_trials + 700}, "d"));
  shards.emplace_back(make(engine, {0, 1, 0, trials}, "a"));
  shards.emplace_back(make(engine, {1, 1, 0, chunk_trials}, "b"));
  const test::KeptRun run = merged(engine, std::move(shards));
  EXPECT_EQ(ratings(run), ratings(whole));
  ASSERT_TRUE(run.sector && whole.sector);
  EXPECT_EQ(run.sector->sides[1].count, whole.sector->sides[1].count);
  EXPECT_EQ(run.sector->sides[1].held, whole.sector->sides[1].held);
  EXPECT_EQ(run.sector->sides[1].error.good_or_better_change, whole.sector->sides[1].error.good_or_better_change);
  for (std::size_t trust = 0; trust < 2; ++trust) {
    for (std::size_t side = 0; side < 2; ++side) {
      const tally::SideSummary &one = run.summaries[trust].sides[side], &other = whole.summaries[trust].sides[side];
      EXPECT_EQ(one.rating, other.rating);
      EXPECT_EQ(one.expected_score, other.expected_score);
      EXPECT_EQ(one.mean_change_se, other.mean_change_se);
      for (std::size_t item = 0; item < one.moments.size(); ++item)
        EXPECT_EQ(one.moments[item].quantiles, other.moments[item].quantiles);
    }
  }
}

TEST_F(Merge, AShardThatIsClosedEarlyHoldsWholeChunks) {
  run::Engine engine(two_trusts(3 * chunk_trials));
  const Shard closed(make(engine, {0, 1, 0, 3 * chunk_trials}, "a", 2));
  EXPECT_EQ(closed.unit(), (Unit{0, 1, 0, 2 * chunk_trials}));
  EXPECT_EQ(missing(extent_of(engine.header()), {closed.unit(), {1, 1, 0, 3 * chunk_trials}}),
            (std::vector<Unit>{{0, 1, 2 * chunk_trials, chunk_trials}}));
}

TEST_F(Merge, RefusesTrialsThatNoRunWrote) {
  run::Engine engine(two_trusts(1000));
  const std::string file = path("forged.shard");
  {
    ShardWriter writer(file, {identity_of(engine.header()), "{}"});
    const tally::Part part = run::simulate(engine.sides(), {0, 0, 1000}, engine.workers(), [&](tally::Block block) {
      block.final_rating[0] = 9;
      writer.block(block);
    });
    writer.part(part);
    writer.commit();
  }
  std::vector<Shard> shards = {Shard(file), Shard(make(engine, {1, 1, 0, 1000}, "b"))};
  EXPECT_NE(test::message_of([&] { merged(engine, shards); }).find("holds trials that no run wrote"),
            std::string::npos);
}

}  // namespace
}  // namespace uor::shard
