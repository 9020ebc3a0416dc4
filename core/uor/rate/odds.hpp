// The odds of each rating in closed form: judgement and the limiters' draws are integrated trial by trial, so that what
// varies from trial to trial is the facts alone (docs/model/rating.md).
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

inline constexpr std::size_t most_odds_rows = 64;  // limiters that the closed form takes: a bit each

/// What is the same on all sides: where ratings begin, and how far limiter rows hold them. Grade j + 1 is numbered j.
struct OddsRules {
  double cuts[3] = {};           // rising
  std::uint64_t capped[3] = {};  // [j]: rows whose best grade is j + 1 or worse
  std::uint64_t lifted[3] = {};  // [j]: rows whose worst grade is better than j + 1
};

/// Row `row`, below most_odds_rows, limits a grade in this way.
void add_row(OddsRules& rules, std::size_t row, Grade best, Grade worst);

/// One side of some trials. Judgement is shift + spread Z with one standard normal Z for all sides; spread >= 0. A row
/// whose conditions hold fires when a uniform draw, one for all sides, is below its chance.
struct OddsSide {
  const double* latent;       // without judgement [count]
  const std::uint64_t* held;  // bit r: the conditions of row r hold [count]
  const double* chance;       // [row]
  double shift = 0, spread = 1;
};

/// above[j][t] = P(grade better than j + 1) in trial t. [3][count]
void odds_above(const OddsRules& rules, const OddsSide& side, std::size_t count, double* const* above);

/// at_most[3 j + k][t] = P(grade on a at most j + 1 and grade on b at most k + 1) in trial t. [9][count]
void joint_odds(const OddsRules& rules, const OddsSide& a, const OddsSide& b, std::size_t count,
                double* const* at_most);

/// spared[j][t] = P(no row of those in rows[j] fires) in trial t. [3][count]
void odds_spared(const std::uint64_t* rows, const OddsSide& side, std::size_t count, double* const* spared);

/// The odds of the agreed rating from those of the proposed one, see agree(), in place: above is [3][count].
void agree_above(double lowered, double raised, std::size_t count, double* const* above);
/// The same of a pair; above_a and above_b are those of the proposed ratings.
void agree_joint(double lowered, double raised, const double* const* above_a, const double* const* above_b,
                 std::size_t count, double* const* at_most);

}  // namespace uor::rate
