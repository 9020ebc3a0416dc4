// The maximum a posteriori fit of weights, cuts, limiters and indicators to published ratings.
#pragma once

#include <cstddef>
#include <vector>

#include "core/uor/fit/likelihood.hpp"

namespace uor::fit {

/// A rated trust: its evidence and the published grade, 0 .. 3.
struct Case {
  const Evidence* evidence;
  int grade;
};

/// Which parts of the ladder a fit uses; all for the ladder with limiters, neither for a plain ordinal model.
struct Structure {
  bool limiters = true;
  bool indicators = true;
};

using Covariance = std::vector<std::vector<double>>;  // the lower triangle, row by row

struct LadderFit {
  Numbers numbers;
  Covariance covariance;      // of a point on model::FitScale, by the curvature of the posterior; empty without errors
  Numbers standard_error;     // by the curvature of the posterior at its maximum
  double log_likelihood = 0;  // of the cases
};

/// Priors are normal around the numbers of the rows (`before`) with the policy's spreads; weights stay at least 0 and
/// sum to 1, which fixes the latent scale together with the policy's judgement. `with_errors` false leaves
/// standard_error 0 and no covariance.
LadderFit fit_ladder(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                     const std::vector<Case>& cases, const Structure& structure = {}, bool with_errors = true);

}  // namespace uor::fit
