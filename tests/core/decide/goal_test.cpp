#include "core/uor/decide/goal.hpp"

#include <gtest/gtest.h>

namespace uor::decide {
namespace {

TEST(Goal, IsNamedAsOptionsAndWordsHaveIt) {
  for (const std::string& name : goal_names()) EXPECT_EQ(name_of(*goal_named(name)), name);
  EXPECT_EQ(goal_named("requires improvement"), Goal::requires_improvement);
  EXPECT_FALSE(goal_named("inadequate"));
  EXPECT_FALSE(goal_named(""));
}

}  // namespace
}  // namespace uor::decide
