// Probabilities of ratings and their changes, each with its Monte Carlo standard error: pure functions on counts.
#pragma once

#include <array>

#include "core/uor/run/result.hpp"

namespace uor::analyse {

/// A number estimated from trials.
struct Estimate {
  double value = 0;
  double standard_error = 0;
};

/// Trials counted.
std::uint64_t total(const run::Counts4& counts);

/// Mean of 1 .. 4 weighed by the counts; 0 without trials.
double mean_grade(const run::Counts4& counts);

/// count / trials, with standard error sqrt(p (1 - p) / n). Both NaN without trials.
Estimate share(std::uint64_t count, std::uint64_t trials);

/// Probabilities of inadequate .. outstanding.
std::array<Estimate, 4> probabilities(const run::Counts4& counts);

/// Probability of `grade` (1..4) or better.
Estimate at_least(const run::Counts4& counts, int grade);

/// Change in the probability of `grade` or better from the baseline to the scenario, from trials paired by number. With
/// b trials that rise past the grade and c that fall below it, of n: (b - c) / n, with standard error sqrt(b + c - (b -
/// c)^2 / n) / n. Far smaller than that of two independent runs.
Estimate change_at_least(const run::Migration& migration, int grade);

/// Trials whose rating is better, and worse, than in the baseline.
struct Moves {
  std::uint64_t better = 0, worse = 0, trials = 0;
};
Moves moves(const run::Migration& migration);

/// Mean paired change of the latent rating.
Estimate expected_change(const run::SideSummary& side);

}  // namespace uor::analyse
