#include "core/uor/decide/sensitivity.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

class SensitivityOfTheSmallModel : public testing::Test {
 protected:
  static const Sensitivity& study() {
    static run::Workers workers(1);
    static const Sensitivity made = sensitivity_of(test::small_inputs(), {16384, 4096, Goal::good}, workers);
    return made;
  }
  static const DriverEffect& effect(const std::string& output, const std::string& driver) {
    const auto at = std::find_if(study().outputs.begin(), study().outputs.end(),
                                 [&](const OutputEffects& effects) { return effects.id == output; });
    const auto of = std::find_if(study().drivers.begin(), study().drivers.end(),
                                 [&](const Driver& one) { return one.id == driver; });
    return at->drivers[static_cast<std::size_t>(of - study().drivers.begin())];
  }
};

// The load is the level, sd 6, plus the month's noise, sd 8: 36 of 100 parts. Tolerance: four errors.
TEST_F(SensitivityOfTheSmallModel, SharesTheVarianceOfTheLoad) {
  const DriverEffect& level = effect("metric.load", "small.level");
  EXPECT_NEAR(level.first.index.value, 0.36, 4 * level.first.index.error);
  EXPECT_NEAR(level.total.index.value, 0.36, 4 * level.total.index.error);
  const DriverEffect& noise = effect("metric.load", "small.noise");
  EXPECT_NEAR(noise.total.index.value, 0.64, 4 * noise.total.index.error);
}

TEST_F(SensitivityOfTheSmallModel, WorthOfKnowingAddsUpTheThresholds) {
  const auto level = std::find_if(study().drivers.begin(), study().drivers.end(),
                                  [](const Driver& one) { return one.id == "small.level"; });
  EXPECT_GT(level->worth_knowing.value, 10 * level->worth_knowing.error);
}

TEST_F(SensitivityOfTheSmallModel, TornadoGoesOverTheLikelyRange) {
  ASSERT_EQ(study().tornado.size(), 1u);
  EXPECT_NEAR(study().tornado[0].odds_low.value, 1, 1e-6);
  EXPECT_NEAR(study().tornado[0].odds_high.value, 0, 1e-6);
}

}  // namespace
}  // namespace uor::decide
