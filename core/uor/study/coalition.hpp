// Sets of players that take part, in an order in which one joins or leaves at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace uor::study {

/// Bit i: player i takes part.
using Coalition = std::uint32_t;

/// Players whose 2^n coalitions are all tried.
inline constexpr std::size_t most_exact_players = 12;

constexpr std::size_t coalitions_of(std::size_t players) { return std::size_t{1} << players; }

/// The coalition at a step from 0 on (Gray's code); it differs from the one before by changed_at(step).
constexpr Coalition coalition_at(std::size_t step) { return static_cast<Coalition>(step ^ (step >> 1)); }
constexpr std::size_t changed_at(std::size_t step) { return static_cast<std::size_t>(std::countr_zero(step)); }

constexpr bool takes_part(Coalition coalition, std::size_t player) { return (coalition >> player & 1u) != 0; }
constexpr std::size_t size_of(Coalition coalition) { return static_cast<std::size_t>(std::popcount(coalition)); }

}  // namespace uor::study
