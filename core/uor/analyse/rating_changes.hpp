// How the odds of ratings differ between two sides of runs: in closed form where both runs have that, else counted.
#pragma once

#include <array>

#include "core/uor/analyse/change.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

struct RatingChanges {
  std::array<Change, 4> of{};          // shares with each rating
  Odds4 before{}, after{};             // with their own errors
  Estimate good_before, good_after;    // of good or better
  Change good_or_better, mean_rating;  // a share; 1 to 4
  FromTo pairs{};                      // expected trials from each rating to each; all 0 where trials are not paired
  bool paired = true;
  const char* estimator = "counted";
};

/// Of trials by pair of ratings.
RatingChanges counted_changes(const tally::Migration& pairs);
/// Of two runs that pair nothing: errors are those of independent ones.
RatingChanges unpaired_changes(const tally::Counts4& before, const tally::Counts4& after);

/// One trust on a side of a run, of all its sides.
struct SideAt {
  const tally::Summary& summary;
  std::size_t side;
  const tally::SideSummary& of_side() const { return summary.sides[side]; }
};

/// Odds in closed form where both sides have them, else as counted. With one baseline on both sides the error against
/// that is paired; between two others it is a bound: no more than the errors of both, nor than that of counted grades,
/// which vary more. Trials from rating to rating are then those that were counted, scaled until they add up to the
/// odds.
RatingChanges rating_changes(const SideAt& from, const SideAt& to, bool one_baseline, const tally::Migration& counted);
RatingChanges combined_changes(const SideAt& from, const SideAt& to, const tally::Migration& counted);
RatingChanges unpaired_rating_changes(const SideAt& from, const SideAt& to);
RatingChanges unpaired_combined_changes(const SideAt& from, const SideAt& to);

/// `counted`, scaled row by row and column by column until rows add up to `before` and columns to `after`, which have
/// one sum (100 rounds, then what is left is shared out); where nothing was counted, as of independent sides.
FromTo fitted_to_margins(const FromTo& counted, const Shares4& before, const Shares4& after);

}  // namespace uor::analyse
