// The standard error of what all trusts of a run come to in each trial.
#pragma once

#include <cmath>
#include <vector>

#include "core/uor/tally/replicates.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::tally {

template <typename OfTrial>
double SectorTally::error(OfTrial of_trial) const {
  if (trials_ < 2) return model::unknown_figure;
  double sum = 0, squares = 0;
  std::vector<double> replicates(replicates_, 0.0);
  for (std::uint64_t t = 0; t < trials_; ++t) {
    const double value = of_trial(t);
    sum += value;
    squares += value * value;
    if (replicates_ > 0) replicates[replicate_of(t)] += value;
  }
  const double n = static_cast<double>(trials_);
  if (replicates_ == 0) return std::sqrt(std::max(0.0, squares - sum * sum / n) / (n - 1) / n);
  for (double& mean : replicates) mean *= static_cast<double>(replicates_) / n;
  return replicate_error(replicates);
}

}  // namespace uor::tally
