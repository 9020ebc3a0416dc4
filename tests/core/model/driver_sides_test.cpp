#include <gtest/gtest.h>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/plan.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

TEST(DriverSides, AppliesAStepOnlyToTheTrustsThatItIsFor) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 5)};
  inputs.scenario.variants[0].adjustments[0].who.trusts = {"B"};
  const Plan plan = make_plan(inputs);
  EXPECT_TRUE(DriverSource(plan, inputs, inputs.trusts[0]).changed(1)[0].steps.empty());
  const DriverSource b(plan, inputs, inputs.trusts[1]);
  ASSERT_EQ(b.changed(1)[0].steps.size(), 1u);
  EXPECT_EQ(b.changed(1)[0].steps[0].value, 5);
}

}  // namespace
}  // namespace uor::model
