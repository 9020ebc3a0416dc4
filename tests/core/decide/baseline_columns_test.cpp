#include "core/uor/decide/baseline_columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

TEST(BaselineColumns, HaveDriversThatVaryAndOutputs) {
  run::Workers workers(1);
  const model::Model model(test::small_inputs());
  const BaselineColumns found = baseline_columns(model, 1024, workers);
  const auto& quantities = model.compile({}).plan().wiring.quantities;
  std::vector<std::string> drivers;
  for (const DriverColumn& driver : found.drivers) drivers.push_back(quantities[driver.quantity].id);
  EXPECT_NE(std::find(drivers.begin(), drivers.end(), "small.level"), drivers.end());
  EXPECT_EQ(std::find(drivers.begin(), drivers.end(), "small.beds"), drivers.end());  // a constant
  EXPECT_EQ(found.outputs[1].id, "good_or_better");
  EXPECT_EQ(found.outputs[3].id, "latent");
}

TEST(BaselineColumns, DrawsAreInTheOrderOfValues) {
  run::Workers workers(1);
  const BaselineColumns found = baseline_columns(model::Model(test::small_inputs()), 1024, workers);
  for (const DriverColumn& driver : found.drivers) {
    for (std::size_t t = 1; t < 1024; ++t) {
      const bool same = driver.value[t] == driver.value[0];
      EXPECT_TRUE(same || (driver.value[t] < driver.value[0]) == (driver.draw[t] < driver.draw[0]));
    }
    EXPECT_NEAR(study::mean_of(driver.draw).value, 0, 1e-12);
    EXPECT_NEAR(study::variance_of(driver.draw), 1, 0.01);
  }
}

TEST(BaselineColumns, OneRunAfterAnotherHasItsOwnColumns) {
  run::Workers workers(1);
  const model::Model model(test::small_inputs());
  const BaselineColumns first = baseline_columns(model, 1024, workers);
  const SideOdds odds(test::small_inputs(), 1024, workers);  // more sides, other columns, the same memory
  odds.of(Variants(16, test::small_variant("", "small.level", Operation::add, 1)), Goal::good);
  const BaselineColumns again = baseline_columns(model, 1024, workers);
  for (std::size_t o = 0; o < first.outputs.size(); ++o) EXPECT_EQ(first.outputs[o].value, again.outputs[o].value);
}

}  // namespace
}  // namespace uor::decide
