#include "core/uor/decide/attribute.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

model::Inputs one_trust(double beds = 100) {
  model::Inputs inputs = test::small_inputs();
  inputs.trusts = {test::small_trust("A", beds)};
  return inputs;
}

scenario::Variant of_three() {
  scenario::Variant side = test::small_variant("all", "small.level", Operation::add, -5);
  side.adjustments.push_back(test::small_variant("", "small.noise", Operation::multiply, 0.5).adjustments[0]);
  side.adjustments.push_back(test::small_variant("", "small.beds", Operation::add, 10).adjustments[0]);
  return side;
}

TEST(Attribute, SharesAddUpAndWhatChangesNothingHasNothing) {
  run::Workers workers(1);
  const Attributed found = attribute({one_trust(), {}}, {one_trust(), of_three()}, Goal::good, 4096, workers);
  EXPECT_EQ(found.players, (std::vector<std::string>{"small.level", "small.noise", "small.beds"}));
  EXPECT_EQ(found.trials, 4096u);
  double sum = 0;
  for (const study::Figure& share : found.shares.shares) sum += share.value;
  EXPECT_NEAR(sum, found.shares.total.value, 1e-12);
  EXPECT_NEAR(found.shares.total.value, found.shares.to - found.shares.from, 1e-12);
  EXPECT_GT(found.shares.shares[0].value, 0);
  EXPECT_GT(found.shares.shares[0].error, 0);
  EXPECT_EQ(found.shares.shares[2].value, 0);  // beds move no score
  EXPECT_EQ(found.shares.shares[2].error, 0);
}

TEST(Attribute, FactsPlayBesideChanges) {
  run::Workers workers(1);
  const scenario::Variant better = test::small_variant("better", "small.level", Operation::add, -5);
  const Attributed found = attribute({one_trust(100), {}}, {one_trust(150), better}, Goal::good, 1024, workers);
  EXPECT_EQ(found.players, (std::vector<std::string>{"small.level", "trust.beds"}));
  EXPECT_EQ(found.shares.shares[1].value, 0);
  EXPECT_GT(found.shares.shares[0].value, 0.1);
}

TEST(Attribute, BetweenEqualSidesHasNoPlayers) {
  run::Workers workers(1);
  const Attributed found = attribute({one_trust(), of_three()}, {one_trust(), of_three()}, Goal::good, 1024, workers);
  EXPECT_TRUE(found.players.empty());
  EXPECT_EQ(found.shares.total.value, 0);
}

TEST(Attribute, TakesFewerTrialsForMorePlayers) {
  EXPECT_EQ(trials_for(2, 4096), 4096u);
  EXPECT_EQ(trials_for(12, 65536), 512u);
  EXPECT_EQ(trials_for(40, 65536), 512u);
  EXPECT_EQ(trials_for(12, 256), 256u);
}

}  // namespace
}  // namespace uor::decide
