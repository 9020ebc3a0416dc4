// The table [fit] of a policy, as text.
#pragma once

#include <string>
#include <vector>

#include "core/uor/fit/ladder_fit.hpp"

namespace uor::fit {

/// [fit] with numbers, what the `rows` had that were its priors, and standard errors, rounded to four places, their
/// covariance, standing "derived" and `source`. Reads back through policy::read_policy.
std::string fit_table(const policy::Rating& rating, const Likelihood& likelihood, const LadderFit& fit,
                      const Numbers& rows, std::size_t assessments, const std::string& source);

/// A whole policy: it extends the file of `base`, and `table` stands in place of any other [fit].
std::string fitted_policy(const policy::Policy& base, const std::string& table);

}  // namespace uor::fit
