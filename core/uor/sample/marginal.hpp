// Monotone maps from a standard normal z to the value of a driver.
#pragma once

#include <cstddef>
#include <memory>

#include "core/uor/base/distribution.hpp"

namespace uor::sample {

/// The map z -> F^-1(Phi(z)) of one distribution. Construction checks the parameters (Error) and builds what is slow
/// (tables); mapping is const, concurrent and allocates nothing. A table's error bound is stated in marginal.cpp.
class Marginal {
 public:
  explicit Marginal(const Distribution& distribution);

  double operator()(double z) const;

  /// out[i] = (*this)(z[i]) for i < count, the same bits as the scalar call. out may be z.
  void map(const double* z, double* out, std::size_t count) const;

  const Distribution& distribution() const { return distribution_; }

 private:
  struct Table;
  Distribution distribution_;
  std::shared_ptr<const Table> table_;  // only for shapes without a closed form
};

/// Analytic mean, standard deviation and quantile where they exist; used by tests, `uor check` and reports.
double mean_of(const Distribution& distribution);
double sd_of(const Distribution& distribution);
double quantile_of(const Distribution& distribution, double probability);

}  // namespace uor::sample
