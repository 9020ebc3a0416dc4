// How a run is cut into pieces of work, which changes no result.
#pragma once

#include <cstddef>

#include "core/uor/tally/tally.hpp"

namespace uor::run {

struct Pieces {
  std::size_t under_way = 1;  // at once
  std::size_t trials = 0;     // of one; a batch may be longer
};

/// Four leaves, so that handing them over costs little; one where these would be too few pieces for all threads, or too
/// large: `kept_values` are those of a trial that go to the sink.
inline Pieces pieces_of(int threads, double trials, double kept_values) {
  constexpr std::size_t large = 4 * tally::leaf_trials;
  constexpr double most_bytes = 32e6;
  const auto under_way = static_cast<std::size_t>(4 * threads);
  const bool enough = trials >= static_cast<double>(under_way * large);
  const bool small = kept_values * sizeof(double) * large <= most_bytes;
  return {under_way, enough && small ? large : tally::leaf_trials};
}

}  // namespace uor::run
