// What a run says of one trust on one side, as JSON: one entry of `results`.
#pragma once

#include <array>
#include <cstddef>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::report {

/// Indices of ratings, outstanding first, as JSON lists them.
inline constexpr std::array<std::size_t, 4> best_first = {3, 2, 1, 0};

/// {outstanding, good, requires_improvement, inadequate}: shares, and their Monte Carlo standard errors with that of
/// good_or_better.
Json json_of_shares(const analyse::Shares4& shares);
Json json_of_shares(const analyse::Odds4& odds);
Json json_of_shares(const tally::Counts4& counts);
Json json_of_standard_errors(const analyse::Odds4& odds, const analyse::Estimate& good_or_better);

/// Adds good_or_better and expected_rating (the mean rating after limits, 1 to 4) of one trust on one side to `object`,
/// each with _standard_error, and _change to the baseline with _change_standard_error, paired.
void add_one_numbers(Json& object, const tally::SideSummary& summary, std::size_t side);

/// {mean, cut, distance, words, cuts}: the mean latent, before limits, and how far it is from the next rating; cut and
/// distance are null where a file does not say its cuts.
Json json_of_latent(double latent, const std::array<double, 3>& cuts);

/// Shares sum to 1 over the four ratings; migration is expected trials, rows baseline and columns scenario, from
/// inadequate to outstanding, with the ratings as margins; estimator says how odds were made (analyse/odds.hpp).
/// expected_score is the mean latent. combined is null where no combined ratings were given yet, a range where nobody
/// asked for it. Without metrics where the run summed none up. A figure that is not finite is null.
Json json_of_side(const model::Header& header, const tally::Summary& summary, std::size_t side);

}  // namespace uor::report
