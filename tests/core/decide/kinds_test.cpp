#include <gtest/gtest.h>

#include "core/uor/decide/sensitivity.hpp"
#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

Kind kind_in_the_small_model(const Quantity& driver) {
  const model::Inputs inputs = test::small_inputs();
  return kind_of(driver, inputs.policy, inputs.trusts.front());
}

TEST(Kinds, TellLuckFromWhatCouldBeKnownOrChanged) {
  Quantity driver;
  driver.id = "rating.judgement";
  EXPECT_EQ(kind_in_the_small_model(driver), Kind::luck);
  driver.id = "small.noise";
  EXPECT_EQ(kind_in_the_small_model(driver), Kind::chance);
  driver.driver.lever = true;
  EXPECT_EQ(kind_in_the_small_model(driver), Kind::lever);
  driver.driver.fact = "beds";
  EXPECT_EQ(kind_in_the_small_model(driver), Kind::unknown);
}

}  // namespace
}  // namespace uor::decide
