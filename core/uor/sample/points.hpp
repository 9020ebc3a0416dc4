// Words of Latin hypercube and Sobol points in the place of independent ones: everything after the word stays as it is.
//
// A block is 256 consecutive trials; blocks take turns in 16 replicates (base/points.hpp). Everything is keyed by the
// stream's key, so that adding a driver, a trust or a plugin changes no other draw, and needs no state.
//
// lhs: in each block, the top 8 bits of the words of one stream and month are the numbers 0 to 255 in an order of
//   their own; the other 20 bits are those of the random word, moved down.
// sobol: the words of one stream in month 1, 2, ... are the dimensions of a Sobol sequence (a draw that is made once a
//   run is its first). Block c of replicate r holds its points 256 c to 256 c + 255, in an order of its own that the
//   months share; each replicate and month has a scrambling of its own. So the months of one driver fill their cube
//   evenly, and drivers meet each other at random.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/uor/base/points.hpp"

namespace uor::sample {

/// As draw_words in philox.hpp. With sobol, `month` is at most sobol_dimensions, or run_month.
void draw_points(Points points, std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count,
                 std::uint32_t* out);

/// What a hash is for; one driver's hashes with other purposes are unrelated.
enum class Purpose : std::uint64_t { strata = 1, order = 2, scramble = 3 };

/// mix(mix(key ^ purpose) ^ (first * 2^32 + second)).
std::uint64_t point_hash(std::uint64_t key, Purpose purpose, std::uint64_t first, std::uint64_t second);

}  // namespace uor::sample
