// Which of the things that two sides do otherwise, and of the facts that they rest on, makes how much of the difference
// in odds.
#pragma once

#include "core/uor/decide/facts.hpp"
#include "core/uor/decide/players.hpp"
#include "core/uor/decide/side_odds.hpp"
#include "core/uor/study/shapley.hpp"

namespace uor::decide {

/// Trials times coalitions that an attribution may cost; the trials of a run serve where they are no more.
inline constexpr std::uint64_t most_attributed = std::uint64_t{1} << 21;
/// An error of a share below a tenth of a point, with conditional odds.
inline constexpr std::uint64_t fewest_attributed = 512;

/// Of `trials`, as many as attributing to so many players may use.
std::uint64_t trials_for(std::size_t players, std::uint64_t trials);

/// A side of one trust: the first of the inputs, whose own variants are left aside.
struct AttributedSide {
  model::Inputs inputs;
  scenario::Variant variant;  // without entries: the baseline
};

struct Attributed {
  Goal goal = Goal::good;
  std::uint64_t trials = 0;
  std::vector<std::string> players;  // drivers, "schemes", then facts
  study::Attribution shares;         // in the order of the players
  std::size_t orders = 0;            // pairs that were tried; 0: all coalitions were, so that shares are exact
};

/// On at most so many trials, with the seed, months and policy of `from`.
Attributed attribute(const AttributedSide& from, const AttributedSide& to, Goal goal, std::uint64_t trials,
                     run::Workers& workers);

}  // namespace uor::decide
