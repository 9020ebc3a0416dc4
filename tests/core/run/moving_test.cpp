#include "core/uor/run/moving.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/run/kept_run.hpp"

namespace uor::run {
namespace {

model::Inputs moving_inputs(std::size_t trusts, std::uint64_t trials) {
  model::Inputs inputs = test::small_inputs(trials);
  inputs.scenario.run.benchmarks = scenario::Benchmarks::moving;
  while (inputs.trusts.size() < trusts)
    inputs.trusts.push_back(test::small_trust(std::string(1, static_cast<char>('A' + inputs.trusts.size())), 100));
  return inputs;
}

std::uint64_t good_or_better(const tally::Summary& summary) {
  return summary.sides[0].rating[2] + summary.sides[0].rating[3];
}

TEST(MovingRun, LetsOneOfTwoTrustsBeAboveTheMiddleOfBoth) {
  const test::KeptRun run = test::run_of(moving_inputs(2, 1500));
  EXPECT_EQ(good_or_better(run.summaries[0]) + good_or_better(run.summaries[1]), 1500u);
  // Both lie as far from the middle, so one is outstanding exactly where the other is inadequate, but for the cut.
  EXPECT_EQ(run.summaries[0].sides[0].rating[3], run.summaries[1].sides[0].rating[0]);
}

TEST(MovingRun, LetsTwoOfThreeTrustsBeAtTheMedianOrBetter) {
  const test::KeptRun run = test::run_of(moving_inputs(3, 1000));
  std::uint64_t all = 0;
  for (const tally::Summary& summary : run.summaries) all += good_or_better(summary);
  EXPECT_EQ(all, 2000u);
  ASSERT_TRUE(run.sector);
  EXPECT_EQ(run.sector->sides[0].count[2].size(), 4u);
}

TEST(MovingRun, HasTheSameBitsForAnyNumberOfThreads) {
  model::Inputs inputs = moving_inputs(3, 700);
  inputs.keep.latent = true;
  inputs.scenario.variants = {test::small_variant("calm", "small.noise", Operation::multiply, 0.5)};
  const test::KeptRun one = test::run_of(inputs);
  inputs.threads = 3;
  inputs.batch_trials = 8;
  test::expect_same(test::run_of(inputs), one);
}

TEST(MovingRun, CannotBeOfOneTrustOrUntilAnErrorIsReached) {
  model::Inputs inputs = moving_inputs(2, 100);
  inputs.trusts.pop_back();
  EXPECT_NE(test::message_of([&] { Engine{inputs}; }).find("this one has A alone"), std::string::npos);
  inputs = moving_inputs(2, 100);
  inputs.scenario.run.until_se = 0.01;
  EXPECT_NE(test::message_of([&] { Engine{inputs}; }).find("give trials instead of until_se"), std::string::npos);
}

}  // namespace
}  // namespace uor::run
