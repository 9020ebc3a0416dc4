#include "core/uor/run/simulate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <string>

#include "core/uor/run/stopped.hpp"
#include "core/uor/tally/odds_sink.hpp"
#include "core/uor/tally/part_bytes.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/run/kept_run.hpp"
#include "tests/core/small_model.hpp"

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

/// Its summary from parts that were sent, each from a model and threads of its own.
test::KeptRun cut(const model::Inputs& inputs, std::uint64_t chunks_each, int threads) {
  const std::uint64_t trials = inputs.scenario.run.trials, each = chunks_each * chunk_trials;
  const auto sides = [&] { return model::Model(inputs).compile(inputs.scenario.variants); };
  tally::Part sum;
  for (std::uint64_t first = 0; first < trials; first += each) {
    Workers workers(threads);
    const tally::Part part = simulate(sides(), {0, first, std::min(each, trials - first)}, workers);
    const tally::Part received = tally::part_of(tally::bytes_of(part));
    if (first == 0) {
      sum = received;
    } else {
      sum.add(received);
    }
  }
  Workers workers(1);
  test::KeptRun run;
  run.summaries = {summary_of(sides(), sum, workers)};
  return run;
}

TEST(Simulate, GivesPartsWhoseSumIsTheRunBitForBit) {
  const model::Inputs inputs = month_of_one_trust(6 * chunk_trials + 1000);
  test::KeptRun whole = test::run_of(inputs);
  whole.blocks.clear();
  for (const std::uint64_t chunks : {7u, 4u, 3u, 1u}) test::expect_same(cut(inputs, chunks, 3), whole);  // 1, 2, 3, 7
}

TEST(Simulate, GivesPartsOfPointsInReplicatesToo) {
  model::Inputs inputs = month_of_one_trust(2 * whole_trials);
  inputs.scenario.run.points = Points::lhs;
  test::KeptRun whole = test::run_of(inputs);
  whole.blocks.clear();
  const test::KeptRun parts = cut(inputs, 1, 1);
  test::expect_same(parts, whole);
  EXPECT_EQ(parts.summaries[0].sides[1].replicates.size(), replicate_count);
  EXPECT_GT(parts.summaries[0].sides[1].expected_score_change_se, 0);
}

TEST(Simulate, SumsARangeUpAtOnceWithTheBitsOfItsPart) {
  const model::Model model(test::small_inputs(1024));
  const model::Sides sides = model.compile({test::small_variant("by", "small.level", Operation::add, -1)});
  Workers workers(2);
  const Baseline held = baseline_of(sides, {0, 0, 1024}, workers);
  const tally::Summary parts = summary_of(sides, simulate(sides, {0, 0, 1024}, workers), workers);
  for (const Baseline* reuse : {static_cast<const Baseline*>(nullptr), &held}) {
    const tally::Summary once = summarised(sides, {0, 0, 1024}, workers, {}, reuse);
    ASSERT_EQ(once.sides.size(), 2U);
    EXPECT_EQ(once.trials, 1024U);
    EXPECT_EQ(once.sides[1].migration, parts.sides[1].migration);
    EXPECT_EQ(once.sides[1].mean_change, parts.sides[1].mean_change);
    EXPECT_EQ(once.sides[1].conditional->good_or_better.value, parts.sides[1].conditional->good_or_better.value);
    EXPECT_EQ(once.sides[1].conditional->good_or_better_change.standard_error,
              parts.sides[1].conditional->good_or_better_change.standard_error);
  }
}

/// Four blocks of 256 are four replicates of sixteen.
TEST(Simulate, TakesTheErrorOfAFirstLookFromTheReplicatesThatItHas) {
  model::Inputs inputs = test::small_inputs(4096);
  inputs.scenario.run.points = Points::sobol;
  model::Wanted wanted{{}, model::Summaries::odds};
  wanted.keep.odds = true;
  const model::Sides sides = model::Model(inputs).compile({}, wanted);
  Workers workers(1);
  std::array<double, 4> sums{};
  const auto add = [&](const tally::Block& block) {
    for (std::size_t t = 0; t < block.count; ++t)
      sums[(block.first_trial + t) / block_trials] += block.above[block.count + t];
  };
  const tally::Part part = simulate(sides, {0, 0, 1024}, workers, add);
  double mean = 0, square = 0;
  for (const double sum : sums) mean += sum / 1024;
  for (const double sum : sums) square += (sum / 256 - mean) * (sum / 256 - mean);
  const tally::Estimate good = summary_of(sides, part, workers).sides[0].conditional->good_or_better;
  EXPECT_NEAR(good.value, mean, 1e-12);
  EXPECT_NEAR(good.standard_error, std::sqrt(square / 12), 1e-12);
  EXPECT_GT(good.standard_error, 0);
}

TEST(Simulate, RefusesAPartWhereBenchmarksMove) {
  model::Inputs inputs = test::small_inputs();
  inputs.scenario.run.benchmarks = scenario::Benchmarks::moving;
  Workers workers(1);
  const model::Sides sides = model::Model(inputs).compile({});
  EXPECT_EQ(test::message_of([&] {
              simulate(sides, {0, 0, 256}, workers);
            }),
            "a part of a run cannot be made where benchmarks move with all trusts");
}

std::stop_source* stopped_by_plugin = nullptr;
std::atomic<int> batches, batches_after;

/// The small plugin, which asks for a stop in trial 2,048 and counts batches before and after.
class StoppingPlugin {
 public:
  explicit StoppingPlugin(std::stop_source& stop)
      : nodes_(test::small_plugin().nodes, test::small_plugin().nodes + test::small_plugin().node_count) {
    stopped_by_plugin = &stop;
    batches = batches_after = 0;
    nodes_[0].evaluate = [](const void*, const uor_batch* batch, uor_message* message) {
      ++(stopped_by_plugin->stop_requested() ? batches_after : batches);
      if (batch->first_trial == 2048) stopped_by_plugin->request_stop();
      return test::small_plugin().nodes[0].evaluate(nullptr, batch, message);
    };
    plugin_ = test::small_plugin();
    plugin_.nodes = nodes_.data();
  }
  std::shared_ptr<const host::Catalogue> catalogue() const { return test::catalogue_of(plugin_); }

 private:
  std::vector<uor_node> nodes_;
  uor_plugin plugin_;
};

TEST(Simulate, HonoursAStopBeforeTheNextBatchOf512Trials) {
  std::stop_source stop;
  const StoppingPlugin plugin(stop);
  model::Inputs inputs = month_of_one_trust(chunk_trials);
  inputs.catalogue = plugin.catalogue();
  const model::Sides sides = model::Model(inputs).compile({});
  Workers workers(1);
  std::uint64_t handed = 0;
  const BlockHandler take = [&](const tally::Block& block) { handed += block.count; };
  EXPECT_THROW(simulate(sides, {0, 0, chunk_trials}, workers, take, stop.get_token()), Stopped);
  EXPECT_EQ(batches.load(), 1 + 5);  // the pilot, and the batches up to that of trial 2,048
  EXPECT_EQ(batches_after.load(), 0);
  EXPECT_LE(handed, 2048u);
}

TEST(Simulate, GoesOnWithTheSameWorkersAfterAStop) {
  model::Inputs inputs = month_of_one_trust(2048);
  const model::Sides sides = model::Model(inputs).compile(inputs.scenario.variants);
  Workers workers(2);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(simulate(sides, {0, 0, 2048}, workers, {}, stop.get_token()), Stopped);
  const tally::Part later = simulate(sides, {0, 0, 2048}, workers);
  Workers fresh(1);
  EXPECT_EQ(tally::bytes_of(later), tally::bytes_of(simulate(sides, {0, 0, 2048}, fresh)));
}

std::vector<scenario::Variant> sixty_three() {
  std::vector<scenario::Variant> variants;
  for (int i = 1; i < 64; ++i) {
    variants.push_back(test::small_variant("v" + std::to_string(i), "small.level", Operation::add, -0.1 * i));
  }
  return variants;
}

TEST(Engine, GivesTheSameOddsWhereTheyAloneAreWanted) {
  model::Inputs inputs = test::small_inputs(2000);
  inputs.scenario.variants = sixty_three();
  const test::KeptRun all = test::run_of(inputs);
  tally::OddsSink sink;
  const std::vector<tally::Summary> odds = Engine(inputs).run(sink);
  for (std::size_t side = 0; side < 64; ++side) {
    EXPECT_EQ(odds[1].sides[side].rating, all.summaries[1].sides[side].rating);
    EXPECT_EQ(odds[1].sides[side].expected_score, all.summaries[1].sides[side].expected_score);
    EXPECT_TRUE(odds[1].sides[side].moments.empty());
  }
}

TEST(Engine, SumsUpTheAssessmentMonthAloneWhereAScreenIsWanted) {
  struct ScreenSink : tally::OddsSink {
    model::Wanted wanted() const override { return {{}, model::Summaries::shown}; }
  } sink;
  model::Inputs inputs = test::small_inputs(1000);
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 5)};
  const tally::SideSummary all = test::run_of(inputs).summaries[1].sides[1];
  const tally::SideSummary shown = Engine(inputs).run(sink)[1].sides[1];
  ASSERT_EQ(shown.moments.size(), all.moments.size());
  for (std::size_t item = 0; item < all.moments.size(); ++item) {
    if (item % 12 == 11) {
      EXPECT_EQ(shown.moments[item].quantiles, all.moments[item].quantiles);
      EXPECT_EQ(shown.mean_change[item], all.mean_change[item]);
    } else {
      EXPECT_TRUE(std::isnan(shown.moments[item].mean));
    }
  }
  EXPECT_EQ(shown.rating_by_month, all.rating_by_month);
}

TEST(Engine, MakesNoHistogramWhereOddsAloneAreWanted) {
  model::Inputs inputs = month_of_one_trust(1024);
  const model::Model model(inputs);
  Workers workers(1);
  const tally::Part odds = simulate(model.compile(sixty_three(), {{}, model::Summaries::odds}), {0, 0, 1024}, workers);
  EXPECT_EQ(odds.distributions.columns(), 0u);
  EXPECT_EQ(odds.total().sums.size(), (2u + model::OddsColumns::count) * 64);  // with a latent and a price index a side
  EXPECT_LT(tally::bytes_of(odds).size(), 64 * 2000u);
}

TEST(Engine, RefusesWhatCannotBeWhereOddsAloneAreWantedToo) {
  const test::BrokenPlugin broken;
  model::Inputs inputs = test::small_inputs(1024);
  inputs.catalogue = broken.catalogue();
  tally::OddsSink sink;
  EXPECT_NE(test::message_of([&] { Engine(inputs).run(sink); }).find("month 3, trial 300"), std::string::npos);
}

}  // namespace
}  // namespace uor::run
