// Changes from one set of trials to another over the same draws: trial t of the one is held against trial t of the
// other, so that what both share cancels out of the standard error.
#pragma once

#include <cstdint>
#include <span>

#include "core/uor/analyse/probability.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// Trials by pair of grades 1..4: [from - 1][to - 1]. Both of the same length (asserted).
tally::Migration pair_up(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to);

/// Trials by grade before (sums of rows) and after (sums of columns).
tally::Counts4 counts_before(const tally::Migration& pairs);
tally::Counts4 counts_after(const tally::Migration& pairs);

/// Change in the probability of exactly `grade` (1..4). With b trials that come to the grade and c that leave it, of n:
/// (b - c) / n, with standard error sqrt(b + c - (b - c)^2 / n) / n. Both NaN without trials.
Estimate change_of(const tally::Migration& pairs, int grade);

/// Mean change of the grade itself, 1..4, with its paired standard error. Both NaN with fewer than two trials.
Estimate change_of_mean_grade(const tally::Migration& pairs);

/// Mean of to - from, with its paired standard error. Both NaN with fewer than two trials. Of one length (asserted).
Estimate change_of_mean(std::span<const double> from, std::span<const double> to);

/// The change of a mean from `from` to `to`; nothing, without error, where both are what the rounding of sums leaves of
/// the means and so no change at all.
Estimate without_rounding(const Estimate& change, double from, double to);

/// The standard error that a difference would have were the two independent: the root of the sum of squares.
double independent_error(double from_error, double to_error);

/// The largest paired standard error that a change from `from` to `to` of n trials each can have when only these two
/// counts are known: as many trials as possible move both ways (Frechet's bound on two shares).
double largest_error(std::uint64_t from, std::uint64_t to, std::uint64_t trials);

}  // namespace uor::analyse
