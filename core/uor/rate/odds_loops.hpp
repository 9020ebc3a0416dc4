// The loops of odds.hpp, for kernels.cpp, which is compiled once a level.
#pragma once

#include "core/uor/base/elementary.hpp"
#include "core/uor/base/lanes.hpp"
#include "core/uor/rate/odds.hpp"

namespace uor::rate {

namespace {

constexpr std::size_t odds_chunk = 256;  // trials whose temporaries stay in the first cache

/// `side` from a trial on.
UOR_LANES_INLINE OddsSide from_trial(const OddsSide& side, std::size_t first) {
  return {side.latent + first, side.held + first, side.chance, side.shift, side.spread};
}

/// P(latent with judgement reaches the cut).
UOR_LANES_INLINE void reach(const OddsSide& side, double cut, std::size_t count, double* out) {
  const double *latent = side.latent, level = cut - side.shift;
  if (side.spread > 0) {
    const double inverse = 1 / side.spread;
#pragma omp simd
    for (std::size_t t = 0; t < count; ++t) out[t] = elementary::normal_above((level - latent[t]) * inverse);
  } else {
    for (std::size_t t = 0; t < count; ++t) out[t] = latent[t] >= level ? 1.0 : 0.0;
  }
}

/// Rows that hold in some of the trials: all others leave every product as it is.
UOR_LANES_INLINE std::uint64_t ever_held(const OddsSide& side, std::size_t count) {
  std::uint64_t held = 0;
  for (std::size_t t = 0; t < count; ++t) held |= side.held[t];
  return held;
}

UOR_LANES_INLINE void spare(std::uint64_t rows, const OddsSide& side, std::size_t count, double* out) {
  for (std::size_t t = 0; t < count; ++t) out[t] = 1;
  const std::uint64_t* held = side.held;
  for (; rows != 0; rows &= rows - 1) {
    const int row = __builtin_ctzll(rows);
    const double spared = 1 - side.chance[row];
#pragma omp simd
    for (std::size_t t = 0; t < count; ++t) out[t] *= (held[t] >> row & 1) != 0 ? spared : 1.0;
  }
}

/// P(no row of rows_a fires on a and none of rows_b on b): a row's draw is the same on both.
UOR_LANES_INLINE void spare_pair(std::uint64_t rows_a, std::uint64_t rows_b, const OddsSide& a, const OddsSide& b,
                                 std::size_t count, double* out) {
  for (std::size_t t = 0; t < count; ++t) out[t] = 1;
  const std::uint64_t *held_a = a.held, *held_b = b.held;
  for (std::uint64_t rows = rows_a | rows_b; rows != 0; rows &= rows - 1) {
    const int row = __builtin_ctzll(rows);
    const double chance_a = (rows_a >> row & 1) != 0 ? a.chance[row] : 0.0;
    const double chance_b = (rows_b >> row & 1) != 0 ? b.chance[row] : 0.0;
#pragma omp simd
    for (std::size_t t = 0; t < count; ++t) {
      const double fires_a = (held_a[t] >> row & 1) != 0 ? chance_a : 0.0;
      const double fires_b = (held_b[t] >> row & 1) != 0 ? chance_b : 0.0;
      out[t] *= 1 - (fires_a > fires_b ? fires_a : fires_b);
    }
  }
}

void spare_rows(std::uint64_t rows, const OddsSide& side, std::size_t count, double* out) {
  spare(rows & ever_held(side, count), side, count, out);
}

void above_in_chunk(const OddsRules& rules, const OddsSide& side, std::size_t count, double* const* above,
                    std::size_t first) {
  const std::uint64_t held = ever_held(side, count);
  double reached[odds_chunk], free[odds_chunk], unlifted[odds_chunk];
  for (std::size_t j = 0; j < 3; ++j) {
    double* out = above[j] + first;
    const std::uint64_t lifting = rules.lifted[j] & held, limiting = lifting | (rules.capped[j] & held);
    reach(side, rules.cuts[j], count, limiting == 0 ? out : reached);
    if (limiting == 0) continue;
    spare(limiting, side, count, free);
    if (lifting == 0) {
      for (std::size_t t = 0; t < count; ++t) out[t] = reached[t] * free[t];
      continue;
    }
    spare(lifting, side, count, unlifted);
    for (std::size_t t = 0; t < count; ++t) out[t] = (1 - unlifted[t]) + reached[t] * free[t];
  }
}

void find_above(const OddsRules& rules, const OddsSide& side, std::size_t count, double* const* above) {
  for (std::size_t first = 0; first < count; first += odds_chunk) {
    const std::size_t part = count - first < odds_chunk ? count - first : odds_chunk;
    above_in_chunk(rules, from_trial(side, first), part, above, first);
  }
}

void joint_in_chunk(const OddsRules& rules, const OddsSide& a, const OddsSide& b, std::size_t count,
                    double* const* at_most, std::size_t first) {
  const std::uint64_t held_a = ever_held(a, count), held_b = ever_held(b, count);
  double reached_a[3][odds_chunk], reached_b[3][odds_chunk], none[odds_chunk], of_a[odds_chunk], of_b[odds_chunk],
      both[odds_chunk];
  for (std::size_t j = 0; j < 3; ++j) {
    reach(a, rules.cuts[j], count, reached_a[j]);
    reach(b, rules.cuts[j], count, reached_b[j]);
  }
  for (std::size_t cell = 0; cell < 9; ++cell) {
    const std::size_t j = cell / 3, k = cell % 3;
    const std::uint64_t lifts_a = rules.lifted[j] & held_a, all_a = lifts_a | (rules.capped[j] & held_a);
    const std::uint64_t lifts_b = rules.lifted[k] & held_b, all_b = lifts_b | (rules.capped[k] & held_b);
    spare_pair(lifts_a, lifts_b, a, b, count, none);
    spare_pair(all_a, lifts_b, a, b, count, of_a);
    spare_pair(lifts_a, all_b, a, b, count, of_b);
    spare_pair(all_a, all_b, a, b, count, both);
    const double *x = reached_a[j], *y = reached_b[k];
    double* out = at_most[cell] + first;
#pragma omp simd
    for (std::size_t t = 0; t < count; ++t) {
      const double least = x[t] < y[t] ? x[t] : y[t];
      out[t] = ((none[t] - x[t] * of_a[t]) - y[t] * of_b[t]) + least * both[t];
    }
  }
}

void find_joint(const OddsRules& rules, const OddsSide& a, const OddsSide& b, std::size_t count,
                double* const* at_most) {
  for (std::size_t first = 0; first < count; first += odds_chunk) {
    const std::size_t part = count - first < odds_chunk ? count - first : odds_chunk;
    joint_in_chunk(rules, from_trial(a, first), from_trial(b, first), part, at_most, first);
  }
}

}  // namespace

}  // namespace uor::rate
