#include "core/uor/run/baseline.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "core/uor/run/simulate.hpp"
#include "core/uor/tally/part_bytes.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

std::atomic<int> month_calls, judge_calls;

/// The small plugin, which counts the calls of its nodes.
std::shared_ptr<const host::Catalogue> counting_catalogue() {
  static std::vector<uor_node> nodes(test::small_plugin().nodes,
                                     test::small_plugin().nodes + test::small_plugin().node_count);
  nodes[1].evaluate = [](const void*, const uor_batch* batch, uor_message* message) {
    ++month_calls;
    return test::small_plugin().nodes[1].evaluate(nullptr, batch, message);
  };
  nodes[2].evaluate = [](const void*, const uor_batch* batch, uor_message* message) {
    ++judge_calls;
    return test::small_plugin().nodes[2].evaluate(nullptr, batch, message);
  };
  static uor_plugin plugin = test::small_plugin();
  plugin.nodes = nodes.data();
  return test::catalogue_of(plugin);
}

std::vector<scenario::Variant> level(double points) {
  return {test::small_variant("by", "small.level", Operation::add, points)};
}

constexpr tally::TrialRange trials = {1, 0, 1000};

TEST(Baseline, GivesOneMoreSideTheBitsOfARunWithoutIt) {
  const model::Model model(test::small_inputs(trials.count));
  Workers workers(2), fresh(1);
  for (const model::Summaries summaries : {model::Summaries::all, model::Summaries::shown, model::Summaries::odds}) {
    const Baseline held = baseline_of(model.compile(level(-1), {{}, summaries}), trials, workers);
    for (const double points : {-5.0, 0.0, 2.0}) {
      const model::Sides sides = model.compile(level(points), {{}, summaries});
      ASSERT_TRUE(held.serves(sides, trials));
      EXPECT_EQ(tally::bytes_of(simulate(sides, trials, workers, {}, {}, held)),
                tally::bytes_of(simulate(sides, trials, fresh)));
    }
  }
}

TEST(Baseline, LeavesOnlyTheNodesThatTheSideReaches) {
  model::Inputs inputs = test::small_inputs(trials.count);
  inputs.catalogue = counting_catalogue();
  inputs.batch_trials = 1024;
  const model::Model model(inputs);
  Workers workers(1);
  const Baseline held = baseline_of(model.compile(level(-1), {{}, model::Summaries::odds}), trials, workers);
  month_calls = judge_calls = 0;
  simulate(model.compile(level(-2), {{}, model::Summaries::odds}), trials, workers, {}, {}, held);
  EXPECT_EQ(month_calls.load(), 12);  // of the side, and none of the baseline
  EXPECT_EQ(judge_calls.load(), 12);
  month_calls = judge_calls = 0;
  const auto judged =
      model.compile({test::small_variant("j", "rating.judgement", Operation::add, 1)}, {{}, model::Summaries::odds});
  simulate(judged, trials, workers, {}, {}, held);
  EXPECT_EQ(month_calls.load() + judge_calls.load(), 0);
}

TEST(Baseline, ServesSidesThatReachNoFurtherAndPartsOfItsTrials) {
  const model::Model model(test::small_inputs(trials.count));
  Workers workers(1);
  const Baseline held = baseline_of(model.compile(level(-1), {{}, model::Summaries::odds}), trials, workers);
  EXPECT_TRUE(held.serves(model.compile(level(1), {{}, model::Summaries::odds}), {1, 0, 512}));
  EXPECT_FALSE(held.serves(model.compile(level(1), {{}, model::Summaries::odds}), {0, 0, 512}));
  EXPECT_FALSE(held.serves(model.compile(level(1), {{}, model::Summaries::odds}), {1, 0, 2000}));
  EXPECT_FALSE(held.serves(model::Model(test::small_inputs()).compile(level(1)), trials));
}

/// The level varied by a normal draw of its own.
std::vector<scenario::Variant> drawn_level() {
  scenario::Variant variant = level(1)[0];
  scenario::Vary vary;
  vary.driver = "small.level";
  vary.operation = Operation::add;
  vary.distribution.shape = Shape::normal;
  vary.distribution.parameters = {0, 1};
  variant.adjustments.clear();
  variant.varies = {vary};
  return {variant};
}

TEST(Baseline, GivesASideWithDrawsOfItsOwnTheBitsOfARunWithoutIt) {
  const model::Model model(test::small_inputs(trials.count));
  Workers workers(2), fresh(1);
  const Baseline held = baseline_of(model.compile(level(-1)), trials, workers);
  const model::Sides sides = model.compile(drawn_level());
  ASSERT_TRUE(held.serves(sides, trials));
  EXPECT_EQ(tally::bytes_of(simulate(sides, trials, workers, {}, {}, held)),
            tally::bytes_of(simulate(sides, trials, fresh)));
}

TEST(Baseline, IsNotHeldWhereASidesDrawsAreCorrelatedWithIt) {
  model::Inputs inputs = test::small_inputs(trials.count);
  scenario::Correlate group;
  group.name = "luck";
  group.drivers = {"small.level"};
  group.matrix = {1};
  inputs.scenario.correlations = {group};
  const model::Model model(inputs);
  EXPECT_NE(test::message_of([&] { Baseline(model.compile(drawn_level()), trials); }).find("cannot be held"),
            std::string::npos);
}

}  // namespace
}  // namespace uor::run
