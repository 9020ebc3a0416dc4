// First-order indices from the trials of one run: the share of an output's variance that one driver alone explains.
//
// The output is regressed on orthonormal polynomials of the driver; the variance explained is the sum of the squared
// coefficients less what their own variances add to it (so that an inert driver's index is 0 on average). What
// polynomials miss is left out (docs/model/study.md).
#pragma once

#include <vector>

#include "core/uor/study/column.hpp"
#include "core/uor/study/series.hpp"

namespace uor::study {

/// One driver's draws: standard normal or uniform on (0, 1).
struct Driver {
  Column draws;
  Law law = Law::normal;
};

struct FirstOrder {
  Figure index;          // of the variance; may be below 0 by its error
  Figure explained;      // the same in the output's unit squared: Var(E[Y | driver])
  double zero_odds = 1;  // probability of as much explained, or more, were the output independent of the driver
};

/// [driver][output]; all columns have the same trials, at least 64 of them (assert). An output that does not vary has
/// indices 0, its zero_odds are 1. Errors come from at most `error_trials` trials.
std::vector<std::vector<FirstOrder>> first_order(std::span<const Driver> drivers, std::span<const Column> outputs);

/// Trials that errors are estimated from: a standard error of 1 % of itself.
inline constexpr std::size_t error_trials = 8192;

/// P(chi-squared with so many degrees of freedom > x).
double chi_squared_above(double x, std::size_t degrees);

}  // namespace uor::study
