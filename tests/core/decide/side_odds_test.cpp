#include "core/uor/decide/side_odds.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

constexpr std::uint64_t trials = 4096;

Variants two_sides() {
  return {test::small_variant("better", "small.level", Operation::add, -5),
          test::small_variant("worse", "small.level", Operation::add, 5)};
}

// The published load is normal with sd 10: half a standard deviation either way. Tolerance: four errors.
TEST(SideOdds, AreThoseThatAreKnown) {
  run::Workers workers(1);
  const SideOdds odds(test::small_inputs(), trials, workers);
  const std::vector<Odds> found = odds.of(two_sides(), Goal::good);
  const auto near = [&](const Odds& of, double known) {
    EXPECT_NEAR(odds.mean(of).value, known, 4 * odds.mean(of).error);
  };
  near(odds.of_baseline(Goal::good), 0.5);
  near(found[0], 1 - test::above_half_sd);
  near(found[1], test::above_half_sd);
}

TEST(SideOdds, AreTheSameWithABaselineThatIsHeld) {
  run::Workers workers(1);
  SideOdds odds(test::small_inputs(), trials, workers);
  const std::vector<Odds> before = odds.of(two_sides(), Goal::good);
  odds.hold_baseline(two_sides());
  EXPECT_EQ(odds.of(two_sides(), Goal::good), before);
  EXPECT_EQ(odds.of(Variants(40, two_sides()[1]), Goal::good).back(), before[1]);
}

TEST(SideOdds, OfASideWithoutChangesAreTheBaselines) {
  run::Workers workers(1);
  const SideOdds odds(test::small_inputs(), trials, workers);
  EXPECT_EQ(odds.of(scenario::Variant{}, Goal::outstanding), odds.of_baseline(Goal::outstanding));
}

TEST(SideOdds, ChangesArePaired) {
  run::Workers workers(1);
  const SideOdds odds(test::small_inputs(), trials, workers);
  const Odds from = odds.of_baseline(Goal::good), to = odds.of(two_sides()[0], Goal::good);
  const study::Figure change = odds.change(from, to);
  EXPECT_DOUBLE_EQ(change.value, odds.mean(to).value - odds.mean(from).value);
  EXPECT_LT(change.error, std::hypot(odds.mean(to).error, odds.mean(from).error));
  EXPECT_GT(change.error, 0);
}

}  // namespace
}  // namespace uor::decide
