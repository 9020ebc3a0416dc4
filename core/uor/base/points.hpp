// Which points of the unit cube the trials of a run are, and the rule that splits them into replicates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace uor {

enum class Points {
  random,  // every number on its own
  lhs,     // Latin hypercube: each number hits each 256th of its range once in a block
  sobol,   // of each driver the months together are a scrambled Sobol sequence
};

/// "random", "lhs", "sobol"; what scenario files and --points write.
std::string_view name_of(Points points);
std::optional<Points> points_named(std::string_view name);
std::vector<std::string> points_names();

/// Trials of one block of lhs and sobol points.
inline constexpr std::uint64_t block_trials = 256;

/// Trials of lhs and sobol points are not independent, so that their errors come from this many independent copies.
inline constexpr std::size_t replicate_count = 16;

/// lhs and sobol points come in multiples of this: every replicate has the same number of whole blocks.
inline constexpr std::uint64_t whole_trials = replicate_count * block_trials;

/// The replicate of a trial, whatever the number of trials: blocks take turns.
constexpr std::size_t replicate_of(std::uint64_t trial) {
  return static_cast<std::size_t>(trial / block_trials % replicate_count);
}

/// Replicates that a run with such points has: none of random ones.
constexpr std::size_t replicates_of(Points points) { return points == Points::random ? 0 : replicate_count; }

}  // namespace uor
