// Direction numbers of the Sobol sequence.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace uor::sample {

/// As many as months that a run can have.
inline constexpr std::size_t sobol_dimensions = 60;

/// Of one dimension: point i has, in that dimension, the exclusive or of those whose bit is set in i.
using SobolDirections = std::array<std::uint32_t, 32>;

/// Directions of a dimension (from 0) with their bits in reverse: bit 0 is worth one half.
const SobolDirections& reversed_directions(std::size_t dimension);

}  // namespace uor::sample
