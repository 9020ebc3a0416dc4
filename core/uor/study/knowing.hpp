// What it would be worth to know some drivers before a forecast is made or a decision taken (expected value of partial
// perfect information).
#pragma once

#include <vector>

#include "core/uor/study/first_order.hpp"

namespace uor::study {

/// How much the expected Brier score of odds falls (ranked probability score: of the odds of passing each threshold,
/// together) once the first k drivers are known: Var(E[odds | drivers]). [k - 1] for k = 1 .. number of drivers; no
/// more than the odds' variance, and no less than with fewer drivers.
std::vector<Figure> gain_in_odds(std::span<const Driver> drivers, std::span<const Column> odds);

/// How much better the best of two actions is expected to be once the first k drivers are known, by the advantage of
/// the second over the first in each trial (Strong, Oakley and Brennan 2014): E max(0, E[advantage | drivers]) -
/// max(0, E advantage). [k - 1]; between 0 and what all knowledge is worth, and no less than with fewer drivers.
std::vector<Figure> gain_in_decision(std::span<const Driver> drivers, Column advantage);

}  // namespace uor::study
