#include "core/uor/rate/odds.hpp"

#include <cassert>

#include "core/uor/rate/kernels.hpp"

namespace uor::rate {

void add_row(OddsRules& rules, std::size_t row, Grade best, Grade worst) {
  assert(row < most_odds_rows);
  const std::uint64_t bit = std::uint64_t{1} << row;
  for (std::size_t j = 0; j < 3; ++j) {
    if (best <= j + 1) rules.capped[j] |= bit;
    if (worst > j + 1) rules.lifted[j] |= bit;
  }
}

void odds_above(const OddsRules& rules, const OddsSide& side, std::size_t count, double* const* above) {
  kernels().odds_above(rules, side, count, above);
}

void joint_odds(const OddsRules& rules, const OddsSide& a, const OddsSide& b, std::size_t count,
                double* const* at_most) {
  kernels().joint_odds(rules, a, b, count, at_most);
}

void odds_spared(const std::uint64_t* rows, const OddsSide& side, std::size_t count, double* const* spared) {
  for (std::size_t j = 0; j < 3; ++j) kernels().odds_spared(rows[j], side, count, spared[j]);
}

void agree_above(double lowered, double raised, std::size_t count, double* const* above) {
  const double stays = 1 - lowered - raised;
  for (std::size_t t = 0; t < count; ++t) {
    const double first = above[0][t], second = above[1][t], third = above[2][t];
    above[0][t] = lowered * second + stays * first + raised;
    above[1][t] = lowered * third + stays * second + raised * first;
    above[2][t] = stays * third + raised * second;
  }
}

void agree_joint(double lowered, double raised, const double* const* above_a, const double* const* above_b,
                 std::size_t count, double* const* at_most) {
  const double stays = 1 - lowered - raised;
  for (std::size_t t = 0; t < count; ++t) {
    double proposed[5][5] = {};  // [j][k]: grades of at most j and k
    for (std::size_t j = 1; j < 4; ++j) {
      proposed[j][4] = 1 - above_a[j - 1][t];
      proposed[4][j] = 1 - above_b[j - 1][t];
      for (std::size_t k = 1; k < 4; ++k) proposed[j][k] = at_most[3 * (j - 1) + k - 1][t];
    }
    proposed[4][4] = 1;
    for (std::size_t j = 1; j < 4; ++j) {
      for (std::size_t k = 1; k < 4; ++k) {
        at_most[3 * (j - 1) + k - 1][t] =
            lowered * proposed[j + 1][k + 1] + stays * proposed[j][k] + raised * proposed[j - 1][k - 1];
      }
    }
  }
}

}  // namespace uor::rate
