// What all shards of one run have in common: the run is a function of it and of its number of trials.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/header.hpp"

namespace uor::shard {

/// "seed" and "7"; of texts and plugins their digests.
struct Trait {
  std::string name, value;
  bool operator==(const Trait&) const = default;
};
using Identity = std::vector<Trait>;

/// Version and commit, seed, points, months, scenario and its options, policy and its options, plugins, trusts and what
/// is known of them, levels, what is kept, benchmarks.
Identity identity_of(const model::Header& header);

/// The first trait in which `found` is of another run, in words: "seed 7, where this run has 5"; empty: none.
std::string difference(const Identity& wanted, const Identity& found);

}  // namespace uor::shard
