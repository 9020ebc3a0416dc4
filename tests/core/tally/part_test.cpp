#include "core/uor/tally/part.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/core/base/message_of.hpp"
#include "tests/core/tally/made_part.hpp"

namespace uor::tally {
namespace {

using test::made_part;
using test::message_of;
using test::piece_of;

TEST(Part, AddsLeavesInsideAChunkAndThenChunks) {
  const Part part = made_part(0, 3 * chunk_trials);
  Sums all;
  for (std::uint64_t first = 0; first < 3 * chunk_trials; first += chunk_trials) {
    Sums chunk;
    for (std::uint64_t leaf = 0; leaf < chunk_trials; leaf += leaf_trials) {
      chunk.add(piece_of(first + leaf, leaf_trials).sums.leaf(0, 0));
    }
    all.add(chunk);
  }
  EXPECT_EQ(part.total().sums[0].value, all.value);
  EXPECT_EQ(part.total().sums[0].square, all.square);
  EXPECT_EQ(part.counts[0].rating[2], 3 * chunk_trials);
}

TEST(Part, HoldsTwoRowsOfSumsFromTrialNoughtOnAndOneAChunkElsewhere) {
  EXPECT_EQ(made_part(0, chunk_trials).chunks.size(), 1u);
  EXPECT_EQ(made_part(0, 3 * chunk_trials + 512).chunks.size(), 2u);
  EXPECT_EQ(made_part(chunk_trials, 3 * chunk_trials + 512).chunks.size(), 4u);
}

TEST(Part, IsTheWholeBitForBitOnceItsPartsAreAdded) {
  const std::uint64_t trials = 4 * chunk_trials + 300;
  const ChunkSums whole = made_part(0, trials).total();
  for (const std::uint64_t chunks : {1u, 2u, 3u}) {
    Part sum = made_part(0, chunks * chunk_trials);
    while (sum.range.end() < trials) {
      sum.add(made_part(sum.range.end(), std::min(chunks * chunk_trials, trials - sum.range.end())));
    }
    EXPECT_EQ(sum.range, (TrialRange{0, 0, trials}));
    EXPECT_EQ(sum.counts[0].rating[2], trials);
    EXPECT_EQ(sum.total().sums[0].value, whole.sums[0].value);
    EXPECT_EQ(sum.total().sums[0].square, whole.sums[0].square);
    EXPECT_EQ(sum.distributions.maximum(0), static_cast<double>(trials - 1));
  }
}

TEST(Part, JoinsPartsThatDoNotBeginAtTrialNought) {
  Part later = made_part(chunk_trials, chunk_trials);
  later.add(made_part(2 * chunk_trials, 256));
  Part sum = made_part(0, chunk_trials);
  sum.add(later);
  EXPECT_EQ(sum.total().sums[0].value, made_part(0, 2 * chunk_trials + 256).total().sums[0].value);
}

TEST(Part, RefusesWhatDoesNotFollow) {
  Part part = made_part(0, chunk_trials);
  EXPECT_EQ(message_of([&] { part.add(made_part(2 * chunk_trials, 256)); }),
            "trials 131072 on of trust 0 do not follow trials 0 to 65536 of trust 0 (parts of a run are added in order "
            "and cut at multiples of 65536 trials), add the part between");
  Part other(PartShape{2, 0, 1, 1, 0, 0, 1}, 0, chunk_trials);
  EXPECT_EQ(message_of([&] { part.add(other); }),
            "two parts of trust 0 are of different runs (their columns differ), add parts of one run");
}

}  // namespace
}  // namespace uor::tally
