#include "core/uor/run/demand.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

TEST(Demand, GrowsWithSidesAndThreads) {
  model::Inputs inputs = test::small_inputs();
  const double one = require_affordable(inputs, {}).memory_bytes;
  inputs.scenario.variants = {test::small_variant("up", "small.level", Operation::add, 1)};
  const double paired = require_affordable(inputs, {}).memory_bytes;
  EXPECT_GT(paired, one);
  inputs.threads = 4;
  const Demand four = require_affordable(inputs, {});
  EXPECT_EQ(four.threads, 4);
  EXPECT_GT(four.memory_bytes, paired);
}

TEST(Demand, TakesFewerThreadsWhereMemoryIsScarce) {
  model::Inputs inputs = test::small_inputs();
  const double one = require_affordable(inputs, {}).memory_bytes;
  inputs.threads = 64;
  const Demand fits = require_affordable(inputs, {1.02 * one, 3600});
  EXPECT_LT(fits.threads, 64);
  EXPECT_EQ(fits.asked_threads, 64);
  EXPECT_LE(fits.memory_bytes, 1.02 * one);
}

TEST(Demand, RefusesWhatOneThreadCannotHold) {
  const model::Inputs inputs = test::small_inputs();
  const double needed = require_affordable(inputs, {}).memory_bytes;
  EXPECT_NE(test::message_of([&] {
              require_affordable(inputs, {0.9 * needed, 3600});
            })
                .find("of memory (1024 trials of "
                      "2 trusts, 12 months, 1 "
                      "scenario)"),
            std::string::npos);
}

TEST(Demand, RefusesARunOfDaysUnlessTrialsWereGivenByHand) {
  const model::Inputs inputs = test::small_inputs(1'000'000'000'000);
  EXPECT_NE(test::message_of([&] { require_affordable(inputs, {1e18, 3600}); }).find("may run for"), std::string::npos);
  EXPECT_GT(require_affordable(inputs, {1e18, std::numeric_limits<double>::infinity()}).seconds, 3600);
}

TEST(Demand, LeavesWhatHasNoSenseToTheEngine) {
  model::Inputs inputs = test::small_inputs();
  inputs.trusts.clear();
  EXPECT_EQ(require_affordable(inputs, {1, 1}).memory_bytes, 0);
}

}  // namespace
}  // namespace uor::run
