// The reference: plain ordinal logistic regression on four published figures.
#pragma once

#include <array>
#include <vector>

#include "core/uor/fit/likelihood.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::fit {

/// Root of interim support over operating expenses, margin of the last closed year, A&E four-hour performance,
/// logarithm of estates cost; NaN where unknown.
using Features = std::array<double, 4>;
Features features_of(const trust::Trust& trust);

/// P(grade > c) = logistic(sum of slope x standardised feature - cut[c]).
class Regression {
 public:
  /// Fits to known grades (0..3) of `features`, which are standardised by their own mean and spread; an unknown counts
  /// as the mean. A ridge of `ridge` on the slopes keeps them finite where the grades are separable.
  Regression(const std::vector<Features>& features, const std::vector<int>& grades);
  Probabilities probabilities(const Features& features) const;

 private:
  Features standardised(const Features& features) const;
  Features mean_{}, spread_{}, slope_{};
  std::array<double, 3> cuts_{};
};

}  // namespace uor::fit
