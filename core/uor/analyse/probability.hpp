// Probabilities of ratings and their changes, each with its Monte Carlo standard error: pure functions on counts.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/uor/tally/replicates.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

using tally::Estimate;

/// Trials counted.
std::uint64_t total(const tally::Counts4& counts);

/// Mean of 1 .. 4 weighed by the counts; 0 without trials.
double mean_grade(const tally::Counts4& counts);

/// count / trials, with standard error sqrt(p (1 - p) / n). Both NaN without trials.
Estimate share(std::uint64_t count, std::uint64_t trials);

/// What `estimate_of` makes of a side's counts. Where the run has replicates, its standard error is the spread of what
/// it makes of theirs, instead of what it says itself: it takes tally::SideCounts and gives an Estimate.
template <typename EstimateOf>
Estimate of_side(const tally::SideSummary& side, EstimateOf estimate_of) {
  Estimate estimate = estimate_of(side);
  if (side.replicates.empty()) return estimate;
  std::vector<double> values;
  for (const tally::SideCounts& replicate : side.replicates) values.push_back(estimate_of(replicate).value);
  estimate.standard_error = tally::replicate_error(values);
  return estimate;
}

/// Probabilities of inadequate .. outstanding by one of a side's counts, such as &tally::SideCounts::combined.
std::array<Estimate, 4> probabilities(const tally::SideSummary& side, tally::Counts4 tally::SideCounts::*counts);

/// How many random trials one trial is worth, by the variance of random ones whose grades are counted over that of the
/// replicates: of each rating, and of all together (sum over sum). From 16 replicates a single one is known to about a
/// third. NaN where no replicate differs, and without replicates.
struct Gain {
  std::array<double, 4> rating{};
  double all = 0;
};
Gain effective_gain(const tally::SideSummary& side);

/// Probabilities of inadequate .. outstanding.
std::array<Estimate, 4> probabilities(const tally::Counts4& counts);

/// Probability of `grade` (1..4) or better.
Estimate at_least(const tally::Counts4& counts, int grade);

/// Change in the probability of `grade` or better from the baseline to the scenario, from trials paired by number. With
/// b trials that rise past the grade and c that fall below it, of n: (b - c) / n, with standard error sqrt(b + c - (b -
/// c)^2 / n) / n. Far smaller than that of two independent runs.
Estimate change_at_least(const tally::Migration& migration, int grade);

/// Trials whose rating is better, and worse, than in the baseline.
struct Moves {
  std::uint64_t better = 0, worse = 0, trials = 0;
};
Moves moves(const tally::Migration& migration);

/// Mean paired change of the latent rating.
Estimate expected_change(const tally::SideSummary& side);

/// Whether the run has the score of this row of [[shown_beside]] at all: the plugin that is in use may give none.
bool has_score_beside(const tally::SideSummary& side, std::size_t row = 0);
/// [month]: its counts of the scores 1 (best) to 4; empty when the run has none.
std::span<const tally::Counts4> score_beside(const tally::SideCounts& counts, std::size_t row);

}  // namespace uor::analyse
