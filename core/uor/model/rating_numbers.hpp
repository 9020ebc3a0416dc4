// The numbers of the rating that a fit moves: weights, cuts, limiters, indicators.
#pragma once

#include <array>
#include <vector>

#include "core/uor/policy/policy.hpp"

namespace uor::model {

struct RatingNumbers {
  std::vector<double> weights;     // by key line; they sum to 1
  std::array<double, 3> cuts{};    // rising, on the latent
  std::vector<double> limiters;    // probability
  std::vector<double> indicators;  // coefficient
};

/// As the policy has them, of all its limiters.
RatingNumbers numbers_of(const policy::Rating& rating);

}  // namespace uor::model
