// Monotone maps from a standard normal z to the value of a driver.
#pragma once

#include <cstddef>
#include <memory>

#include "core/uor/base/distribution.hpp"

namespace uor::sample {

/// The map z -> F^-1(Phi(z)) of one distribution. Construction checks the parameters (Error) and builds what is slow
/// (tables); mapping is const, concurrent and allocates nothing. Only beta and PERT need a table: its error bound, as a
/// share of the range, is stated in beta_table.hpp. All else is closed form, exact to rounding.
class Marginal {
 public:
  explicit Marginal(const Distribution& distribution);

  double operator()(double z) const;

  /// out[i] = (*this)(z[i]) for i < count, the same bits as the scalar call. out may be z.
  void map(const double* z, double* out, std::size_t count) const;

  const Distribution& distribution() const { return distribution_; }

 private:
  struct Plan;
  Distribution distribution_;
  std::shared_ptr<const Plan> plan_;
};

/// Mean and standard deviation, for `uor check`, reports and tests: analytic; of a truncated distribution by quadrature
/// over z, with an error below 1e-4 of the standard deviation.
double mean_of(const Distribution& distribution);
double sd_of(const Distribution& distribution);

/// The value that is not exceeded with this probability, which must lie strictly between 0 and 1 (Error).
double quantile_of(const Distribution& distribution, double probability);

}  // namespace uor::sample
