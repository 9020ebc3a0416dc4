#include "core/uor/decide/actions.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

TEST(Actions, AreTakenApart) {
  run::Workers workers(1);
  scenario::Variant option = test::small_variant("plan", "small.level", Operation::add, -5);
  option.adjustments.push_back(test::small_variant("", "small.noise", Operation::multiply, 0.5).adjustments[0]);
  const PlanStudy found = study_plan(test::small_inputs(), option, Goal::good, 4096, workers);
  ASSERT_EQ(found.actions.size(), 2u);
  EXPECT_EQ(found.actions[0].planned.driver, "small.level");
  EXPECT_EQ(found.actions[0].planned.change, "-5 percentage points");
  EXPECT_EQ(found.actions[0].planned.from_month, 1);
  EXPECT_EQ(found.actions[1].planned.change, "times 0.5");
  EXPECT_NEAR(found.actions[0].share.value + found.actions[1].share.value, found.change.value, 1e-12);
  EXPECT_NEAR(found.today.value + found.change.value, found.together.value, 1e-12);
}

}  // namespace
}  // namespace uor::decide
