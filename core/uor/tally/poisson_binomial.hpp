// How many of several trusts hold a rating, when each has odds of its own and they are independent of each other.
#pragma once

#include <span>
#include <vector>

namespace uor::tally {

/// Adds P(exactly n of them), n = 0 .. odds.size(), to sums[n]. What is computed on the way uses `scratch` again.
void add_poisson_binomial(std::span<const double> odds, std::vector<double>& scratch, std::span<double> sums);

}  // namespace uor::tally
