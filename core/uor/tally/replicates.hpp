// Errors of lhs and sobol points, from the spread of an estimate over replicates.
#pragma once

#include <cstdint>
#include <span>

#include "core/uor/base/points.hpp"

namespace uor::tally {

/// Standard error of the mean of independent estimates of one number: their sd over the square root of how many they
/// are. Of 16 it is itself known to about 18 %.
double replicate_error(std::span<const double> estimates);

/// The number of trials nearest to `trials` that such points can have.
std::uint64_t nearest_whole(std::uint64_t trials);

}  // namespace uor::tally
