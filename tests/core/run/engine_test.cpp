#include "core/uor/run/engine.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/base/message_of.hpp"
#include "tests/core/run/kept_run.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

using test::KeptRun;
using test::run_of;

double share(const tally::Summary& summary, std::size_t side, std::size_t rating) {
  return static_cast<double>(summary.sides[side].rating[rating]) / static_cast<double>(summary.trials);
}

/// Four standard errors of a share over so many trials.
double four_errors(double p, double trials) { return 4 * std::sqrt(p * (1 - p) / trials); }

TEST(Engine, GivesTheOddsThatFollowFromTheModel) {
  const KeptRun run = run_of(test::small_inputs(20'000));
  for (const tally::Summary& summary : run.summaries) {
    EXPECT_NEAR(share(summary, 0, 0), test::above_half_sd, four_errors(test::above_half_sd, 20'000));
    EXPECT_NEAR(share(summary, 0, 0) + share(summary, 0, 1), 0.5, four_errors(0.5, 20'000));
    EXPECT_NEAR(share(summary, 0, 3), test::above_half_sd, four_errors(test::above_half_sd, 20'000));
    EXPECT_NEAR(summary.sides[0].moments[11].mean, 50, 4 * 10 / std::sqrt(20'000.0));
    EXPECT_NEAR(summary.sides[0].moments[11].sd, 10, 4 * 10 / std::sqrt(2 * 20'000.0));
  }
}

TEST(Engine, CarriesThePastOverTheYearsEnd) {
  model::Inputs inputs = test::small_inputs(8);
  inputs.scenario.run.months = 14;
  const KeptRun run = run_of(inputs);
  const auto spent = [&](std::size_t trust, std::size_t month) {
    constexpr std::size_t last_summarised = 8;  // small.spent
    return run.summaries[trust].sides[0].moments[last_summarised * 14 + month - 1].mean;
  };
  EXPECT_EQ(spent(0, 1), 12 * 200);  // the year before, at its average month
  EXPECT_EQ(spent(0, 12), 200 * 66);
  EXPECT_EQ(spent(0, 13), 200 * 78);
  EXPECT_EQ(spent(0, 14), 200 * 13);  // April alone
  EXPECT_EQ(spent(1, 12), 400 * 66);
}

TEST(Engine, ShiftsTheOddsByWhatASideChanges) {
  model::Inputs inputs = test::small_inputs(4096);
  inputs.scenario.variants = {test::small_variant("better", "small.level", Operation::add, -5),
                              test::small_variant("same", "small.level", Operation::add, 0)};
  const KeptRun run = run_of(inputs);
  const tally::Summary& summary = run.summaries[0];
  EXPECT_NEAR(summary.sides[1].mean_change[11], -5, 1e-12);
  EXPECT_EQ(summary.sides[2].rating, summary.sides[0].rating);
  EXPECT_EQ(summary.sides[2].mean_change[11], 0);
  // Five points of load are half a grade: who was at the cut below is now at it.
  EXPECT_EQ(summary.sides[1].migration[0][0] + summary.sides[1].migration[0][1], summary.sides[0].rating[0]);
  EXPECT_GT(summary.sides[1].migration[0][1], 0u);
  EXPECT_EQ(summary.sides[1].rating[2] + summary.sides[1].rating[3],
            summary.sides[0].rating[1] + summary.sides[0].rating[2] + summary.sides[0].rating[3]);
}

TEST(Engine, HandsOverBlocksInOrderAndEndsWithASector) {
  model::Inputs inputs = test::small_inputs(3000);
  inputs.threads = 3;
  const KeptRun run = run_of(inputs);
  std::uint64_t next = 0;
  std::size_t trust = 0;
  for (const tally::Block& block : run.blocks) {
    if (block.trust != trust) next = 0, ++trust;
    EXPECT_EQ(block.trust, trust);
    EXPECT_EQ(block.first_trial, next);
    next += block.count;
  }
  EXPECT_EQ(next, 3000u);
  EXPECT_EQ(trust, 1u);
  ASSERT_TRUE(run.sector);
  EXPECT_EQ(run.sector->trusts, 2u);
  EXPECT_TRUE(run.ended);
}

TEST(Engine, HasTheSameBitsForAnyThreadsAndBatches) {
  model::Inputs inputs = test::small_inputs(5000);
  inputs.scenario.variants = {test::small_variant("calm", "small.noise", Operation::multiply, 0.5)};
  inputs.keep.latent = true;
  const KeptRun one = run_of(inputs);
  for (const std::size_t batch : {8u, 64u, 512u}) {
    inputs.threads = 3;
    inputs.batch_trials = batch;
    test::expect_same(run_of(inputs), one);
  }
}

TEST(Engine, GivesATrialAloneAsTheRunHasIt) {
  model::Inputs inputs = test::small_inputs(256);
  inputs.keep.latent = true;
  const KeptRun run = run_of(inputs);
  Engine engine(inputs);
  const tally::Block alone = engine.block_of(1, 128, 8);
  const std::vector<double> whole = run.latents(1, 0);
  for (std::size_t t = 0; t < 8; ++t) EXPECT_EQ(alone.latent[t], whole[128 + t]);
}

TEST(Engine, SharesLuckBetweenTrustsAsTheCommonFactorSays) {
  model::Inputs inputs = test::small_inputs(20'000);
  inputs.keep.latent = true;
  inputs.scenario.run.publication_lag = false;
  const auto correlation = [&] {
    const KeptRun run = run_of(inputs);
    const std::vector<double> a = run.latents(0, 0), b = run.latents(1, 0);
    double sum_ab = 0, sum_aa = 0, sum_bb = 0;
    for (std::size_t t = 0; t < a.size(); ++t) {
      sum_ab += (a[t] - 2.5) * (b[t] - 2.5);
      sum_aa += (a[t] - 2.5) * (a[t] - 2.5);
      sum_bb += (b[t] - 2.5) * (b[t] - 2.5);
    }
    return sum_ab / std::sqrt(sum_aa * sum_bb);
  };
  EXPECT_NEAR(correlation(), 0.18, 4 / std::sqrt(20'000.0));  // 36 of 100 is the level's, half of that is shared
  inputs.scenario.run.common_factors = false;
  EXPECT_NEAR(correlation(), 0, 4 / std::sqrt(20'000.0));
}

TEST(Engine, RefusesWhatCannotBeRun) {
  const auto refusal = [](const std::function<void(model::Inputs&)>& spoil) {
    model::Inputs inputs = test::small_inputs();
    spoil(inputs);
    return test::message_of([&] { Engine{inputs}; });
  };
  EXPECT_EQ(refusal([](model::Inputs& inputs) { inputs.trusts.clear(); }),
            "no trust to run; give --trust CODE, a trust file or 'all'");
  EXPECT_EQ(refusal([](model::Inputs& inputs) { inputs.scenario.run.trials = 0; }), "trials must be at least 1, is 0");
  EXPECT_EQ(refusal([](model::Inputs& inputs) { inputs.trusts[1].code = "A"; }),
            "trust 'A' is asked for twice; name it once");
  EXPECT_EQ(refusal([](model::Inputs& inputs) { inputs.scenario.run.assessment_month = 13; }),
            "assessment_month is 13, but the run has months 1 to 12; give --months 13 or more");
  EXPECT_NE(refusal([](model::Inputs& inputs) { inputs.scenario.run.points = Points::sobol; }).find("1024"),
            std::string::npos);
}

TEST(Engine, NamesWhoWroteWhatCannotBe) {
  const test::BrokenPlugin broken;
  model::Inputs inputs = test::small_inputs(512);
  inputs.catalogue = broken.catalogue();
  inputs.threads = 3;
  EXPECT_NE(
      test::message_of([&] { run_of(inputs); }).find("plugin 'small' node 'month': 'metric.load' is not a number"),
      std::string::npos);
}

TEST(Engine, TellsHowFarItIs) {
  Engine engine(test::small_inputs(4096));
  KeptRun run;
  test::KeepingSink sink(run);
  std::vector<Progress> told;
  engine.run(sink, [&](const Progress& progress) { told.push_back(progress); });
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().done, 8192u);
  EXPECT_EQ(told.back().total, 8192u);
  EXPECT_GE(engine.threads_used(), 1);
}

}  // namespace
}  // namespace uor::run
