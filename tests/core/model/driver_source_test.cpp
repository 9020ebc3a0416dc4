#include "core/uor/model/driver_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/uor/model/plan.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

const DriverSource::Baseline& baseline_of(const DriverSource& source, const Plan& plan, const std::string& id) {
  const std::size_t quantity = *plan.wiring.find(id);
  return *std::find_if(source.baseline().begin(), source.baseline().end(),
                       [&](const DriverSource::Baseline& driver) { return driver.quantity == quantity; });
}

TEST(DriverSource, TakesAFactFromTheTrustAndDrawsTheRest) {
  const Inputs inputs = test::small_inputs();
  const Plan plan = make_plan(inputs);
  const DriverSource source(plan, inputs, inputs.trusts[1]);
  EXPECT_EQ(baseline_of(source, plan, "small.beds").constant, 200);
  EXPECT_EQ(baseline_of(source, plan, "small.beds").stream, npos);
  EXPECT_NE(baseline_of(source, plan, "small.level").stream, npos);
  EXPECT_FALSE(source.varies(*plan.wiring.find("small.beds")));
  EXPECT_TRUE(source.varies(*plan.wiring.find("small.level")));
  EXPECT_FALSE(source.monthly(*plan.wiring.find("small.level")));
  EXPECT_TRUE(source.monthly(*plan.wiring.find("small.noise")));
}

TEST(DriverSource, AppliesAStepOnlyToTheTrustsThatItIsFor) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 5)};
  inputs.scenario.variants[0].adjustments[0].who.trusts = {"B"};
  const Plan plan = make_plan(inputs);
  EXPECT_TRUE(DriverSource(plan, inputs, inputs.trusts[0]).changed(1)[0].steps.empty());
  const DriverSource b(plan, inputs, inputs.trusts[1]);
  ASSERT_EQ(b.changed(1)[0].steps.size(), 1u);
  EXPECT_EQ(b.changed(1)[0].steps[0].value, 5);
}

TEST(DriverSource, HoldsTrialsBeyondACapAndLeavesTheOthers) {
  DriverSource::Step cap{Operation::set, 3.0, npos, {}, 1, 12, scenario::Hold::at_most};
  const double values[4] = {1, 3, 5, 2.5};
  double out[4];
  DriverSource::apply(cap, nullptr, values, out, 4);
  EXPECT_EQ(out[0], 1);
  EXPECT_EQ(out[1], 3);
  EXPECT_EQ(out[2], 3);
  EXPECT_EQ(out[3], 2.5);
}

TEST(DriverSource, AddsAndMultipliesConstants) {
  const double values[2] = {10, -4};
  double out[2];
  DriverSource::apply({Operation::add, 2.5, npos, {}, 1, 12}, nullptr, values, out, 2);
  EXPECT_EQ(out[0], 12.5);
  EXPECT_EQ(out[1], -1.5);
  DriverSource::apply({Operation::multiply, 0.5, npos, {}, 1, 12}, nullptr, values, out, 2);
  EXPECT_EQ(out[0], 5);
  EXPECT_EQ(out[1], -2);
}

TEST(DriverSource, RefusesAFactInAnotherUnit) {
  Inputs inputs = test::small_inputs();
  inputs.fields[0].unit = "percent";
  const Plan plan = make_plan(inputs);
  EXPECT_EQ(test::message_of([&] { DriverSource(plan, inputs, inputs.trusts[0]); }),
            "driver 'small.beds' is in beds, but its fact 'beds' is in percent");
}

}  // namespace
}  // namespace uor::model
