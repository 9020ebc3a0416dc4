#include "core/uor/run/batch_range.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "core/uor/model/fit_draws.hpp"
#include "core/uor/run/engine.hpp"
#include "tests/core/run/kept_run.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

constexpr std::uint64_t trials = model::fit_range_trials;

/// The small model with judgement and a fit that leaves the cut of good open.
model::Inputs fitted_inputs(double sd) {
  model::Inputs inputs = test::small_inputs(trials);
  inputs.trusts.resize(1);
  inputs.policy.rating.judgement_sd = 0.4;
  inputs.policy.fit_covariance = policy::FitCovariance{{"cuts.requires_improvement"}, {{sd * sd}}};
  inputs.scenario.variants = {test::small_variant("less", "small.level", Operation::add, -4)};
  return inputs;
}

std::vector<tally::SideSummary> sides_of(model::Inputs inputs) {
  test::KeptRun run;
  test::KeepingSink sink(run);
  return Engine(std::move(inputs)).run(sink).front().sides;
}

/// Lowest and highest odds of good or better over the draws.
std::pair<double, double> reach_of(const tally::SideSummary& side) {
  std::pair<double, double> reach = {1, 0};
  for (const auto& above : side.conditional->fit_draws)
    reach = {std::min(reach.first, above[1]), std::max(reach.second, above[1])};
  return reach;
}

TEST(BatchRange, IsEmptyWhereThePolicyDoesNotSayHowSureItsFitIs) {
  model::Inputs inputs = fitted_inputs(0.1);
  inputs.policy.fit_covariance.reset();
  for (const tally::SideSummary& side : sides_of(std::move(inputs))) EXPECT_TRUE(side.conditional->fit_draws.empty());
}

TEST(BatchRange, OfAFitWithoutErrorIsTheOddsThemselves) {
  for (const tally::SideSummary& side : sides_of(fitted_inputs(0))) {
    ASSERT_EQ(side.conditional->fit_draws.size(), model::fit_draw_count);
    const auto [low, high] = reach_of(side);
    EXPECT_NEAR(low, side.conditional->good_or_better.value, 1e-12);
    EXPECT_NEAR(high, side.conditional->good_or_better.value, 1e-12);
  }
}

TEST(BatchRange, IsWiderTheLessTheFitIsSure) {
  const auto some = reach_of(sides_of(fitted_inputs(0.05))[0]), more = reach_of(sides_of(fitted_inputs(0.2))[0]);
  EXPECT_GT(some.second - some.first, 0.001);
  EXPECT_GT(more.second - more.first, 2 * (some.second - some.first));
}

/// A draw's odds are those of a run whose policy has the draw's numbers.
TEST(BatchRange, HasTheOddsOfARunWithTheNumbersOfTheDraw) {
  const model::Inputs inputs = fitted_inputs(0.2);
  const std::vector<tally::SideSummary> sides = sides_of(inputs);
  const std::vector<model::RatingNumbers> draws = model::fit_draws(inputs.policy);
  for (const std::size_t draw : {0u, 7u, 255u}) {
    model::Inputs moved = inputs;
    policy::Rating& rating = moved.policy.rating;
    rating.cut_requires_improvement = draws[draw].cuts[0];
    rating.cut_good = draws[draw].cuts[1];
    rating.cut_outstanding = draws[draw].cuts[2];
    const std::vector<tally::SideSummary> expected = sides_of(std::move(moved));
    for (std::size_t side = 0; side < sides.size(); ++side) {
      EXPECT_NEAR(sides[side].conditional->fit_draws[draw][1], expected[side].conditional->good_or_better.value, 1e-12);
      EXPECT_NEAR(sides[side].conditional->fit_draws[draw][2], expected[side].conditional->rating[3].value, 1e-12);
    }
  }
}

TEST(BatchRange, IsTheSameBitsForAnyBatchesAndThreads) {
  const std::vector<tally::SideSummary> one = sides_of(fitted_inputs(0.2));
  model::Inputs inputs = fitted_inputs(0.2);
  inputs.batch_trials = 64;
  inputs.threads = 3;
  const std::vector<tally::SideSummary> other = sides_of(std::move(inputs));
  for (std::size_t side = 0; side < one.size(); ++side)
    EXPECT_EQ(one[side].conditional->fit_draws, other[side].conditional->fit_draws);
}

}  // namespace
}  // namespace uor::run
