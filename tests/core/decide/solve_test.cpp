#include "core/uor/decide/solve.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

Solution solved(double odds) {
  run::Workers workers(1);
  SolveRule rule;
  rule.odds = odds;
  rule.trials = rule.checked = 4096;
  return solve(test::small_inputs(), rule, workers);
}

// Set to a number, the level varies no more: the load is normal with sd 8 about it, and good is 50 at most.
TEST(Solve, FindsWhatALeverNeedsByItself) {
  const Solution found = solved(0.9);
  ASSERT_EQ(found.alone.size(), 1u);
  ASSERT_TRUE(found.alone[0].needed);
  EXPECT_NEAR(*found.alone[0].needed, 50 - 8 * 1.2815515655, 1.5);  // a 256th of the range, and four errors
  EXPECT_EQ(found.alone[0].limit, -50);
}

TEST(Solve, UsesOnlyWhatIsInHand) {
  const Solution found = solved(0.9);
  EXPECT_FALSE(found.reached);
  EXPECT_TRUE(found.together.empty());
  EXPECT_NE(found.why_not.find("no lever"), std::string::npos) << found.why_not;
}

TEST(Solve, NeedsNothingWhereTodayServes) {
  const Solution found = solved(0.3);
  EXPECT_TRUE(found.reached);
  EXPECT_TRUE(found.together.empty());
}

}  // namespace
}  // namespace uor::decide
