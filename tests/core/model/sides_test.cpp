#include "core/uor/model/sides.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Plan plan_with(const scenario::Variant& variant) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {variant};
  return make_plan(inputs);
}

std::string refusal_of(const scenario::Variant& variant) {
  return test::message_of([&] { plan_with(variant); });
}

TEST(Sides, BeginWithTheBaselineThatChangesNothing) {
  const Plan plan = make_plan(test::small_inputs());
  ASSERT_EQ(plan.sides.size(), 1u);
  EXPECT_EQ(plan.sides[0].name, "baseline");
  for (const bool changed : plan.sides[0].changed) EXPECT_FALSE(changed);
}

TEST(Sides, MarkWhatAChangeReachesThroughTheGraph) {
  const Plan plan = plan_with(test::small_variant("calm", "small.noise", Operation::multiply, 0.5));
  const auto changed = [&](const char* id) { return plan.sides[1].changed[*plan.wiring.find(id)]; };
  EXPECT_TRUE(changed("small.noise"));
  EXPECT_TRUE(changed("metric.load"));
  EXPECT_TRUE(changed("published.load"));
  EXPECT_TRUE(changed("clinical.score"));
  EXPECT_FALSE(changed("small.level"));
  EXPECT_FALSE(changed("benchmark.load.median"));
}

TEST(Sides, RefuseAnUnknownDriverAResultAndWhatIsOutOfRange) {
  EXPECT_THAT(refusal_of(test::small_variant("x", "small.lavel", Operation::set, 1)),
              HasSubstr("unknown driver 'small.lavel'. Did you mean 'small.level'?"));
  EXPECT_THAT(refusal_of(test::small_variant("x", "metric.load", Operation::set, 1)),
              HasSubstr("'metric.load' is no driver but a result (metric)"));
  EXPECT_THAT(refusal_of(test::small_variant("x", "trust.beds", Operation::set, 6000)),
              HasSubstr("trust.beds = 6000 is out of range (the driver 'beds' lies in 0 to 5000 beds)"));
}

TEST(Sides, RefuseToVaryADriverTwice) {
  scenario::Vary vary;
  vary.driver = "small.level";
  vary.distribution = {Shape::normal, {0, 1}, {}, {}};
  vary.operation = Operation::add;
  scenario::Variant variant;
  variant.name = "twice";
  variant.varies = {vary, vary};
  EXPECT_THAT(refusal_of(variant), HasSubstr("driver 'small.level' is varied twice"));
}

TEST(Sides, NoteACapAndWhomAnEntryIsFor) {
  scenario::Variant variant = test::small_variant("capped", "small.level", Operation::add, 0);
  variant.adjustments[0].operates = false;
  variant.adjustments[0].limits.at_most = 55;
  variant.adjustments[0].who.trusts = {"B"};
  EXPECT_THAT(plan_with(variant).sides[1].notes, ElementsAre("capped: small.level at most 55 percent, for B"));
  variant.adjustments[0].who.trusts = {"Z"};
  EXPECT_THAT(refusal_of(variant), HasSubstr("trusts has the unknown code 'Z'"));
}

TEST(FindLever, TakesLeversOnly) {
  const Plan plan = make_plan(test::small_inputs());
  SavingsScheme scheme;
  scheme.name = "s";
  scheme.driver = "small.level";
  EXPECT_EQ(find_lever(plan.wiring, scheme), *plan.wiring.find("small.level"));
  scheme.driver = "small.noise";
  EXPECT_THAT(test::message_of([&] { find_lever(plan.wiring, scheme); }),
              HasSubstr("the scheme 's' acts through 'small.noise', which nobody can change"));
}

}  // namespace
}  // namespace uor::model
