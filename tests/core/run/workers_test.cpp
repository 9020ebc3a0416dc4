#include "core/uor/run/workers.hpp"

#include <gtest/gtest.h>

#include "core/uor/run/simulate.hpp"
#include "core/uor/tally/part_bytes.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

TEST(Workers, AreAsManyAsTheyAreToldToBe) {
  const Workers one(1), three(3);
  EXPECT_EQ(one.threads(), 1);
  EXPECT_EQ(three.threads(), 3);
}

TEST(Workers, ServeSidesAfterSidesWithTheSameBitsAsFreshOnes) {
  model::Inputs inputs = test::small_inputs(1024);
  inputs.scenario.variants = {test::small_variant("better", "small.level", Operation::add, -5)};
  const model::Model model(inputs);
  const model::Sides one = model.compile({}), two = model.compile(inputs.scenario.variants);
  Workers warm(2);
  for (const model::Sides* sides : {&one, &two, &two, &one}) {
    Workers fresh(1);
    EXPECT_EQ(tally::bytes_of(simulate(*sides, {0, 0, 1024}, warm)),
              tally::bytes_of(simulate(*sides, {0, 0, 1024}, fresh)));
  }
}

}  // namespace
}  // namespace uor::run
