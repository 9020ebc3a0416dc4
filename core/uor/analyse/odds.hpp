// The odds of one side as they are shown: in closed form where the run has that, else of grades counted. Everything
// that shows odds takes them from here.
#pragma once

#include <array>
#include <vector>

#include "core/uor/analyse/probability.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

using Odds4 = tally::Estimates4;  // inadequate, requires improvement, good, outstanding
using Shares4 = std::array<double, 4>;

/// Expected trials from the baseline's rating to the side's; rows and columns add up to its odds.
using FromTo = std::array<std::array<double, 4>, 4>;

/// "conditional": on the facts of each trial, integrated over judgement and the limiters' draws; or "counted".
const char* estimator_of(const tally::SideSummary& side);
const char* combined_estimator_of(const tally::SideSummary& side);

Odds4 rating_odds(const tally::SideSummary& side);
Odds4 combined_odds(const tally::SideSummary& side);
/// Of each month, were the rating struck then; none where a run in closed form was not asked for them.
std::vector<Odds4> odds_by_month(const tally::SideSummary& side);
/// Changes to the baseline, paired by trial; 0 on side 0, the baseline itself.
Odds4 odds_change(const tally::SideSummary& summary, std::size_t side);
FromTo from_to(const tally::SideSummary& summary, std::size_t side, std::uint64_t trials);

/// Trials that were counted.
FromTo as_from_to(const tally::Migration& counted);
/// Expected trials above the diagonal, and below it.
struct ExpectedMoves {
  double better = 0, worse = 0;
};
ExpectedMoves expected_moves(const FromTo& pairs);

/// 1 to 4: the first of the greatest.
int likeliest(const Odds4& odds);

}  // namespace uor::analyse
