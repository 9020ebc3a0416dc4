// What core/uor/run/month_zero.cpp makes of a trust.
#include <gtest/gtest.h>

#include "core/uor/run/engine.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

TEST(MonthZero, IsWhatAnchorsMakeOfFactsAndMedians) {
  model::Inputs inputs = test::small_inputs();
  const std::map<std::string, double> values = month_zero(inputs);
  EXPECT_EQ(values.at("small.level"), 50);
  EXPECT_EQ(values.at("metric.load"), 50);
  EXPECT_EQ(values.at("small.spend"), 200);
  EXPECT_EQ(values.at("trust.beds"), 100);
  EXPECT_FALSE(values.contains("clinical.score"));  // no anchor gives it
}

TEST(MonthZero, IsOfTheFirstTrustAndOfTheBaseline) {
  model::Inputs inputs = test::small_inputs();
  inputs.trusts = {inputs.trusts[1]};
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 9)};
  EXPECT_EQ(month_zero(inputs).at("small.spend"), 400);
  EXPECT_EQ(month_zero(inputs).at("small.level"), 50);
}

}  // namespace
}  // namespace uor::run
