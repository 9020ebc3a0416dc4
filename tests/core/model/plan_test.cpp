#include "core/uor/model/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

std::size_t at(const Plan& plan, const std::string& id) { return *plan.wiring.find(id); }

TEST(Plan, ListsTheNodesOfEachPhase) {
  const Plan plan = make_plan(test::small_inputs());
  EXPECT_EQ(plan.anchors.size(), 1u);
  EXPECT_EQ(plan.phase_one.size(), 1u);
  EXPECT_EQ(plan.phase_two.size(), 1u);
  EXPECT_EQ(plan.phase_two[0].number, 2u);
}

TEST(Plan, SummarisesMetricsThenScoresThenPricesAndWhatPluginsAskFor) {
  const Plan plan = make_plan(test::small_inputs());
  std::vector<std::string> ids;
  for (const std::size_t quantity : plan.summarised) ids.push_back(plan.wiring.quantities[quantity].id);
  EXPECT_EQ(ids, (std::vector<std::string>{"metric.load", "clinical.score", "people.score", "support.score",
                                           "corporate.score", "finance.score", "small.prices", "small.spend",
                                           "small.spent"}));
}

TEST(Plan, EvaluatesOnASideOnlyWhatTheChangeReaches) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {test::small_variant("calm", "small.noise", Operation::multiply, 0.5),
                              test::small_variant("judged", "rating.judgement", Operation::set, 0.25)};
  const Plan plan = make_plan(inputs);
  EXPECT_EQ(plan.phase_one[0].on_side, (std::vector<bool>{true, true, false}));
  EXPECT_EQ(plan.phase_two[0].on_side, (std::vector<bool>{true, true, false}));
}

TEST(Plan, KeepsAsMuchOfThePastAsTheLagOfAPublishedMetricNeeds) {
  Inputs inputs = test::small_inputs();
  EXPECT_EQ(make_plan(inputs).depth[at(make_plan(inputs), "metric.load")], 0);
  inputs.policy.metrics[0].lag_months = 3;
  const Plan plan = make_plan(inputs);
  EXPECT_EQ(plan.depth[at(plan, "metric.load")], 3);
  inputs.scenario.run.publication_lag = false;
  EXPECT_EQ(make_plan(inputs).depth[at(plan, "metric.load")], 0);
}

TEST(Plan, NumbersColumnsOfSumsWithoutGapsOrOverlap) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 5)};
  const Plan plan = make_plan(inputs);
  const std::size_t monthly = 2 * plan.summarised.size() * 12;
  EXPECT_EQ(plan.latent_column(0), monthly);
  EXPECT_EQ(plan.latent_column(1), monthly + 1);
  EXPECT_EQ(plan.price_column(0), monthly + 2);
  EXPECT_EQ(plan.odds_column(0, 0), monthly + 4);
  EXPECT_EQ(plan.sum_columns(), monthly + 4 + 2 * (OddsColumns::count + 4 * 12));
}

TEST(Plan, RefusesAnIndicatorOfWhatNobodyGives) {
  Inputs inputs = test::small_inputs();
  policy::Indicator indicator;
  indicator.id = "busy";
  indicator.quantity = "metric.lode";
  inputs.policy.rating.indicators = {indicator};
  EXPECT_EQ(
      test::message_of([&] { make_plan(inputs); }),
      "no plugin and not the host gives 'metric.lode', which indicator 'busy' needs. Did you mean 'metric.load'?");
}

TEST(RequireQuantity, SaysWhoAsksAndTheNearestName) {
  const Plan plan = make_plan(test::small_inputs());
  EXPECT_EQ(test::message_of([&] { require_quantity(plan.wiring, "small.spont", "a test", {}); }),
            "no plugin and not the host gives 'small.spont', which a test needs. Did you mean 'small.spent'?");
}

}  // namespace
}  // namespace uor::model
