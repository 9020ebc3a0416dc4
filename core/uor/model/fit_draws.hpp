// What the numbers of the rating may be, as far as the ratings that they were fitted to tell: draws around the fit.
#pragma once

#include <cstddef>
#include <vector>

#include "core/uor/model/rating_numbers.hpp"

namespace uor::model {

/// How many draws stand for the range that a fit leaves.
inline constexpr std::size_t fit_draw_count = 256;

/// The first trials of a run, on which odds under each draw are found: what a draw moves differs little by trial.
inline constexpr std::size_t fit_range_trials = 1024;

/// Normal draws by [fit.covariance] around the policy's numbers, on the fit's scale (Laplace's approximation): [draw],
/// of all limiters. The same for every trust, side, run and seed, so that what all share falls out of a change. A
/// number that the covariance does not name, and a weight that would be below 0, stays at what the policy has, or at 0.
/// Empty where the policy has no covariance.
std::vector<RatingNumbers> fit_draws(const policy::Policy& policy, std::size_t count = fit_draw_count);

}  // namespace uor::model
