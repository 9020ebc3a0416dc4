#include "core/uor/analyse/proposed.hpp"

#include <gtest/gtest.h>

#include "core/uor/rate/odds.hpp"

namespace uor::analyse {
namespace {

/// What CQC makes of proposals, by the formula that runs use.
Shares4 agreed(const Shares4& proposed, const policy::Agreement& agreement) {
  std::array<double, 3> above = {proposed[1] + proposed[2] + proposed[3], proposed[2] + proposed[3], proposed[3]};
  std::array<double*, 3> rows = {&above[0], &above[1], &above[2]};
  rate::agree_above(agreement.lowered, agreement.raised, 1, rows.data());
  return {1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

TEST(ProposedOdds, AreWhatTheFormulaOfRunsWasAskedOf) {  // M019
  const Shares4 proposed = {0.1, 0.45, 0.33, 0.12};
  for (const policy::Agreement& agreement : {policy::Agreement{0.2, 0.05}, {0.0, 0.3}, {0.4, 0.0}}) {
    const auto back = proposed_odds(agreed(proposed, agreement), agreement);
    ASSERT_TRUE(back);
    for (std::size_t grade = 0; grade < 4; ++grade) EXPECT_NEAR((*back)[grade], proposed[grade], 1e-12);
  }
}

TEST(ProposedOdds, AreTheFinalOnesToTheBitWhereNothingIsChanged) {
  const Shares4 odds = {0.123, 0.377, 0.4, 0.1};
  EXPECT_EQ(proposed_odds(odds, {}), odds);
}

TEST(ProposedOdds, CannotBeToldWhereMoreIsChangedThanStays) {
  EXPECT_FALSE(proposed_odds({0.25, 0.25, 0.25, 0.25}, {1.0, 0.0}));
  EXPECT_FALSE(proposed_odds({0.25, 0.25, 0.25, 0.25}, {0.3, 0.2}));
}

}  // namespace
}  // namespace uor::analyse
