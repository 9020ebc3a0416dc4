#include "core/uor/run/trial_search.hpp"

#include <gtest/gtest.h>

#include "core/uor/model/parameters.hpp"
#include "core/uor/tally/stop_rule.hpp"
#include "tests/core/run/kept_run.hpp"

namespace uor::run {
namespace {

model::Inputs until(double error, std::uint64_t most = scenario::default_max_trials) {
  model::Inputs inputs = test::small_inputs();
  inputs.scenario.run.until_se = error;
  inputs.scenario.run.max_trials = most;
  inputs.batch_trials = 256;
  return inputs;
}

struct Found {
  FoundTrials trials;
  std::size_t looks = 0;
};

Found found(const model::Inputs& inputs, int threads) {
  const model::Plan plan = model::make_plan(inputs);
  std::vector<model::DriverSource> sources;
  for (const trust::Trust& trust : inputs.trusts) sources.emplace_back(plan, inputs, trust);
  Workers workers(threads);
  TrialSearch search(plan, inputs, workers);
  Found result;
  result.trials = search.find(
      [&](std::size_t trust) {
        return tally::TrustContext{
            trust,
            inputs.trusts[trust].code,
            &sources[trust],
            model::parameter_table(*inputs.catalogue, inputs.policy, inputs.policy.default_year, plan.months),
            model::peer_medians_of(inputs, trust),
            {}};
      },
      [&](const Progress&) { ++result.looks; });
  return result;
}

TEST(TrialSearch, StopsAtTheFirstLookThatKnowsEveryRatingWellEnough) {
  // The likeliest rating has some 31 %: its error after one look is 0.0072.
  EXPECT_EQ(found(until(0.008), 1).trials.trials, scenario::look_trials);
  const FoundTrials two = found(until(0.006), 1).trials;
  EXPECT_EQ(two.trials, 2 * scenario::look_trials);
  EXPECT_TRUE(two.reached);
}

TEST(TrialSearch, FindsTheSameWithAnyNumberOfThreads) {
  EXPECT_EQ(found(until(0.006), 3).trials.trials, found(until(0.006), 1).trials.trials);
}

TEST(TrialSearch, GivesUpAtTheLastLook) {
  const FoundTrials last = found(until(0.001, 2 * scenario::look_trials + 5), 2).trials;
  EXPECT_EQ(last.trials, 2 * scenario::look_trials);
  EXPECT_FALSE(last.reached);
}

TEST(TrialSearch, SimulatesNoTrustFurtherThanTheAnswerNeeds) {
  EXPECT_EQ(found(until(0.4), 1).looks, 0u);  // whatever the ratings are, one look is enough
  // After one look of the first trust two looks are known to be enough for whatever comes.
  EXPECT_EQ(found(until(0.006), 1).looks, 1u);
}

TEST(TrialSearch, IsFollowedByTheRunOfThatManyTrials) {
  Engine engine(until(0.008));
  test::KeptRun run;
  test::KeepingSink sink(run);
  engine.run(sink);
  EXPECT_EQ(engine.header().trials, scenario::look_trials);
  EXPECT_TRUE(engine.header().stop.reached);
  EXPECT_LT(tally::largest_error(run.summaries).error, 0.008);
}

}  // namespace
}  // namespace uor::run
