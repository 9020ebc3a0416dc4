// How a run is cut into units of work, and what is missing of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/tally/part.hpp"

namespace uor::shard {

/// Trials first .. first + count - 1 of consecutive trusts; `first` is a multiple of tally::chunk_trials, and so is the
/// end, but where it is that of the run.
struct Unit {
  std::size_t trust = 0, trusts = 1;
  std::uint64_t first = 0, count = 0;
  std::uint64_t end() const { return first + count; }
  std::uint64_t trials() const { return trusts * count; }
  bool operator==(const Unit&) const = default;
};

/// Of what a run is made: every trust by itself, or all in one unit where benchmarks move with all of them.
struct Extent {
  std::size_t trusts = 0;
  std::uint64_t trials = 0;  // a trust
  bool together = false;
};

/// "trials 65,536 to 131,071 of trust 3"; of all trusts without the last words.
std::string words_of(const Unit& unit);

/// The whole run in order, trust by trust: at most about a thousand units, and each of at most 256 chunks, so that
/// little is lost with one.
std::vector<Unit> units_of(const Extent& extent);

/// What `there` leaves of the run, in units as above. Error (Fault::input) that names both where two of them overlap or
/// one is not of this run's extent.
std::vector<Unit> missing(const Extent& extent, std::vector<Unit> there);

/// Of the units those of share k (1 .. n): consecutive, as many as for the others, to one.
std::vector<Unit> share_of(const std::vector<Unit>& units, std::size_t k, std::size_t n);

}  // namespace uor::shard
