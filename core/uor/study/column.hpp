// What studies are made of: plain columns, one number a trial.
#pragma once

#include <cstddef>
#include <span>

namespace uor::study {

using Column = std::span<const double>;

/// A number with its standard error.
struct Figure {
  double value = 0, error = 0;
};

/// Of the trials, each counted once. Error 0 of fewer than two.
Figure mean_of(Column column);
/// Variance over trials, divided by their number.
double variance_of(Column column);

}  // namespace uor::study
