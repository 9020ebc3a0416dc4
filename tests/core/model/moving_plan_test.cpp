#include "core/uor/model/moving_plan.hpp"

#include <gtest/gtest.h>

#include "core/uor/model/plan.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

Plan moving_plan_of(std::vector<scenario::Variant> variants) {
  Inputs inputs = test::small_inputs();
  inputs.scenario.run.benchmarks = scenario::Benchmarks::moving;
  inputs.scenario.variants = std::move(variants);
  return make_plan(inputs);
}

TEST(MovingPlan, ComparesAMetricOnceForSidesThatLeaveItAlone) {
  const Plan plan = moving_plan_of({test::small_variant("calm", "small.noise", Operation::multiply, 0.5),
                                    test::small_variant("judged", "rating.judgement", Operation::set, 0.25)});
  ASSERT_TRUE(plan.moving);
  ASSERT_EQ(plan.moving->columns.size(), 2u);
  EXPECT_EQ(plan.moving->column[0][0], 0u);
  EXPECT_EQ(plan.moving->column[1][0], 1u);
  EXPECT_EQ(plan.moving->column[2][0], 0u);  // the baseline's serves
  EXPECT_EQ(plan.moving->needed, std::vector<bool>{true});
}

TEST(MovingPlan, MarksBenchmarksAndWhatReadsThemAsChanged) {
  const Plan plan = moving_plan_of({test::small_variant("calm", "small.noise", Operation::multiply, 0.5)});
  EXPECT_TRUE(plan.sides[1].changed[*plan.wiring.find("benchmark.load.median")]);
  EXPECT_TRUE(plan.sides[1].changed[*plan.wiring.find("people.score")]);
}

TEST(MovingPlan, IsNotThereWithFixedBenchmarks) { EXPECT_FALSE(make_plan(test::small_inputs()).moving); }

}  // namespace
}  // namespace uor::model
