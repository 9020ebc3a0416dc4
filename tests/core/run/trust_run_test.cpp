#include "core/uor/run/trust_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/uor/tally/part_bytes.hpp"
#include "tests/core/run/kept_run.hpp"

namespace uor::run {
namespace {

using tally::chunk_trials;

model::Inputs month_of_one_trust(std::uint64_t trials) {
  model::Inputs inputs = test::small_inputs(trials);
  inputs.trusts.pop_back();
  inputs.scenario.run.months = 1;
  inputs.scenario.variants = {test::small_variant("better", "small.level", Operation::add, -5)};
  inputs.batch_trials = 512;
  return inputs;
}

/// Its summary from parts that were sent, each from an engine of its own.
test::KeptRun cut(const model::Inputs& inputs, std::uint64_t chunks_each) {
  const std::uint64_t trials = inputs.scenario.run.trials, each = chunks_each * chunk_trials;
  tally::Part sum;
  for (std::uint64_t first = 0; first < trials; first += each) {
    const tally::Part part = Engine(inputs).part_of({0, first, std::min(each, trials - first)});
    const tally::Part received = tally::part_of(tally::bytes_of(part));
    if (first == 0) {
      sum = received;
    } else {
      sum.add(received);
    }
  }
  test::KeptRun run;
  run.summaries = {Engine(inputs).summary_of(sum)};
  return run;
}

TEST(TrustRun, GivesPartsWhoseSumIsTheRunBitForBit) {
  model::Inputs inputs = month_of_one_trust(6 * chunk_trials + 1000);
  test::KeptRun whole = test::run_of(inputs);
  whole.blocks.clear();
  inputs.threads = 3;
  for (const std::uint64_t chunks : {7u, 4u, 3u, 1u}) test::expect_same(cut(inputs, chunks), whole);  // 1, 2, 3, 7 parts
}

TEST(TrustRun, GivesPartsOfPointsInReplicatesToo) {
  model::Inputs inputs = month_of_one_trust(2 * whole_trials);
  inputs.scenario.run.points = Points::lhs;
  test::KeptRun whole = test::run_of(inputs);
  whole.blocks.clear();
  const test::KeptRun parts = cut(inputs, 1);
  test::expect_same(parts, whole);
  EXPECT_EQ(parts.summaries[0].sides[1].replicates.size(), replicate_count);
  EXPECT_GT(parts.summaries[0].sides[1].expected_score_change_se, 0);
}

}  // namespace
}  // namespace uor::run
