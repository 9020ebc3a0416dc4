#include <gtest/gtest.h>

#include <algorithm>

#include "core/uor/model/driver_source.hpp"
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

TEST(DriverFacts, TakesAFactFromTheTrustAndDrawsTheRest) {
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

TEST(DriverFacts, RefusesAFactInAnotherUnit) {
  Inputs inputs = test::small_inputs();
  inputs.fields[0].unit = "percent";
  const Plan plan = make_plan(inputs);
  EXPECT_EQ(test::message_of([&] { DriverSource(plan, inputs, inputs.trusts[0]); }),
            "driver 'small.beds' is in beds, but its fact 'beds' is in percent");
}

}  // namespace
}  // namespace uor::model
