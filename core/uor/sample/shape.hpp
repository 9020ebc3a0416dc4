// What the shapes of distributions mean: tails, steps and derived parameters, before any drawing.
#pragma once

#include <vector>

#include "core/uor/base/distribution.hpp"
#include "core/uor/base/elementary.hpp"

namespace uor::sample {

/// P(X < value) and P(X > value) of the distribution without its truncation, each with full relative accuracy where it
/// is small. For continuous shapes: not constant, discrete or Bernoulli.
elementary::Tails tails_at(const Distribution& distribution, double value);

/// A value of a discrete or Bernoulli distribution with its positive weight.
struct Step {
  double value, weight;
};

/// Those that the truncation keeps, ascending; empty when it keeps none.
std::vector<Step> steps_of(const Distribution& distribution);

/// The shapes of the beta distribution behind beta and PERT (alpha = 1 + 4 (mode - lower) / (upper - lower)), and its
/// range.
struct BetaShape {
  double lower, upper, alpha, beta;
};
BetaShape beta_shape_of(const Distribution& distribution);

/// The split normal of quartiles: standard deviations of its two halves.
struct Halves {
  double below, above;
};
Halves halves_of(const Distribution& quartiles);

}  // namespace uor::sample
