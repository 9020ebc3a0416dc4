// Paths of core/uor/run/elasticity.cpp in a model whose slopes are known.
#include <gtest/gtest.h>

#include "core/uor/run/engine.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

TEST(ExplainPaths, FollowsALeverToTheScore) {
  const model::Inputs inputs = test::small_inputs();
  const std::vector<PathElasticity> paths = explain_paths(inputs, "small.level", "clinical.score", 3);
  ASSERT_EQ(paths.size(), 1u);
  const PathElasticity& path = paths[0];
  ASSERT_EQ(path.values.size(), 4u);  // level, metric.load, published.load, score
  EXPECT_EQ(path.values[0], 50);
  EXPECT_EQ(path.values[3], 2.5);
  EXPECT_NEAR(path.slopes[0], 1, 1e-12);
  EXPECT_NEAR(path.slopes[2], -0.1, 1e-12);
  EXPECT_NEAR(path.elasticity, -2, 1e-9);  // one percent is half a point of load, a twentieth of a score of 2.5
}

TEST(ExplainPaths, RefusesAnUnknownNameAndAWayThatIsNotThere) {
  const model::Inputs inputs = test::small_inputs();
  EXPECT_NE(test::message_of([&] { explain_paths(inputs, "small.lavel", "clinical.score", 1); }).find("'small.level'"),
            std::string::npos);
  EXPECT_EQ(test::message_of([&] { explain_paths(inputs, "clinical.score", "small.spend", 1); }),
            "nothing leads from 'clinical.score' to 'small.spend'; `uor graph --dot` shows what does");
}

TEST(NearNought, IsAFiftiethOfWhatIsLikely) {
  Quantity quantity{};
  quantity.likely_lower = -50;
  quantity.likely_upper = 100;
  EXPECT_TRUE(near_nought(quantity, 1.9));
  EXPECT_FALSE(near_nought(quantity, 2.1));
  EXPECT_TRUE(near_nought(quantity, 0));
}

}  // namespace
}  // namespace uor::run
