#include "core/uor/model/closed_form.hpp"

#include <gtest/gtest.h>

#include "core/uor/model/inputs.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

bool with(scenario::Variant variant) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {std::move(variant)};
  return make_plan(inputs).in_closed_form;
}

scenario::Variant judged(Operation operation, double value) {
  return test::small_variant("judged", "rating.judgement", operation, value);
}

TEST(ClosedForm, HoldsWhereJudgementIsLeftAloneSetShiftedOrScaled) {
  EXPECT_TRUE(with(test::small_variant("up", "small.level", Operation::add, 5)));
  EXPECT_TRUE(with(judged(Operation::set, 0.2)));
  EXPECT_TRUE(with(judged(Operation::add, -0.1)));
  EXPECT_TRUE(with(judged(Operation::multiply, 0.5)));
}

TEST(ClosedForm, DoesNotHoldWhereJudgementIsTurnedRoundHeldOrDrawn) {
  EXPECT_FALSE(with(judged(Operation::multiply, -1)));
  scenario::Variant held = judged(Operation::set, 0.2);
  held.adjustments[0].limits.at_most = 0.3;
  EXPECT_FALSE(with(held));
  scenario::Variant drawn;
  drawn.name = "drawn";
  scenario::Vary vary;
  vary.driver = "rating.judgement";
  vary.distribution = {Shape::normal, {0.0, 0.3}, {}, {}};
  drawn.varies = {vary};
  EXPECT_FALSE(with(drawn));
}

TEST(ClosedForm, DoesNotHoldWhereWhatIsIntegratedIsCorrelated) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.correlations = {{"strict", {"small.level", "rating.judgement"}, {1, 0.5, 0.5, 1}, {}}};
  EXPECT_FALSE(make_plan(inputs).in_closed_form);
  inputs.scenario.correlations[0].drivers[1] = "small.noise";
  EXPECT_TRUE(make_plan(inputs).in_closed_form);
}

TEST(ClosedForm, KnowsWhatIsIntegrated) {
  EXPECT_TRUE(is_integrated("rating.judgement"));
  EXPECT_TRUE(is_integrated("rating.agreement"));
  EXPECT_TRUE(is_integrated("limiter.special_measures"));
  EXPECT_FALSE(is_integrated("finance.special_measures"));
}

}  // namespace
}  // namespace uor::model
