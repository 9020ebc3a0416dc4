#include "core/uor/rate/odds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "core/uor/rate/kernels.hpp"

namespace uor::rate {
namespace {

constexpr std::size_t trials = 600;  // more than a chunk, and a rest

/// Limiters that hold at random, of every kind.
struct Case {
  std::vector<Limit> limits;
  OddsRules rules;
  std::array<std::vector<double>, 2> latent, chance;
  std::array<std::vector<std::uint64_t>, 2> held;
  std::array<double, 2> shift{}, spread{};

  explicit Case(unsigned seed, double second_spread = 0.4) : spread{0.5, second_spread} {
    std::mt19937_64 random(seed);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    std::uniform_real_distribution<double> uniform(0, 1);
    limits = {{2, 1}, {3, 1}, {4, 2}, {3, 2}};
    shift = {0.0, uniform(random) - 0.5};
    std::copy_n(std::array{1.8, 2.3, 3.0}.begin(), 3, rules.cuts);
    for (std::size_t r = 0; r < limits.size(); ++r) add_row(rules, r, limits[r].best, limits[r].worst);
    for (std::size_t s = 0; s < 2; ++s) {
      for (std::size_t r = 0; r < limits.size(); ++r) chance[s].push_back(below(4) == 0 ? 1.0 : uniform(random));
      for (std::size_t t = 0; t < trials; ++t) {
        latent[s].push_back(1 + 3 * uniform(random));
        held[s].push_back(below(16));
      }
    }
  }
  OddsSide side(std::size_t s) const {
    return {latent[s].data(), held[s].data(), chance[s].data(), shift[s], spread[s]};
  }
};

struct Columns {
  explicit Columns(std::size_t count) : values(count * trials) {
    for (std::size_t i = 0; i < count; ++i) rows.push_back(values.data() + i * trials);
  }
  std::vector<double> values;
  std::vector<double*> rows;
};

double normal_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

/// The grade of a side for one Z and with the limiters that fire.
Grade grade_of(const Case& made, std::size_t s, std::size_t t, double z, const std::vector<double>& draw) {
  const double latent = made.latent[s][t] + made.shift[s] + made.spread[s] * z;
  Grade grade = 1;
  for (const double cut : made.rules.cuts) grade = static_cast<Grade>(grade + (latent >= cut ? 1 : 0));
  std::vector<Limit> fired;
  for (std::size_t r = 0; r < draw.size(); ++r) {
    if ((made.held[s][t] >> r & 1) != 0 && draw[r] < made.chance[s][r]) fired.push_back(made.limits[r]);
  }
  return limited(grade, fired);
}

/// Of one row's draw: the middle of each interval in which it fires on the same sides, and how wide that is.
std::vector<std::array<double, 2>> intervals_of(const Case& made, std::size_t row) {
  std::vector<double> ends = {0, made.chance[0][row], made.chance[1][row], 1};
  std::sort(ends.begin(), ends.end());
  std::vector<std::array<double, 2>> intervals;
  for (std::size_t i = 1; i < ends.size(); ++i)
    intervals.push_back({(ends[i - 1] + ends[i]) / 2, ends[i] - ends[i - 1]});
  return intervals;
}

using Pairs = std::array<std::array<double, 4>, 4>;

/// Over the intervals of Z between all points where some grade changes, and all outcomes of the limiters' draws.
Pairs enumerated(const Case& made, std::size_t t) {
  std::vector<double> ends = {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  for (std::size_t s = 0; s < 2; ++s) {
    for (const double cut : made.rules.cuts) {
      if (made.spread[s] > 0) ends.push_back((cut - made.latent[s][t] - made.shift[s]) / made.spread[s]);
    }
  }
  std::sort(ends.begin(), ends.end());
  Pairs pairs{};
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double middle = std::clamp(ends[i - 1], -99.0, 99.0) / 2 + std::clamp(ends[i], -99.0, 99.0) / 2;
    const double of_interval = normal_below(ends[i]) - normal_below(ends[i - 1]);
    std::vector<double> draw(made.limits.size());
    const auto over_draws = [&](const auto& next, std::size_t row, double probability) -> void {
      if (row == draw.size()) {
        pairs[grade_of(made, 0, t, middle, draw) - 1u][grade_of(made, 1, t, middle, draw) - 1u] += probability;
        return;
      }
      for (const auto& [at, wide] : intervals_of(made, row)) {
        draw[row] = at;
        next(next, row + 1, probability * wide);
      }
    };
    over_draws(over_draws, 0, of_interval);
  }
  return pairs;
}

void expect_as_enumerated(const Case& made) {
  Columns joint(9), above_a(3), above_b(3);
  joint_odds(made.rules, made.side(0), made.side(1), trials, joint.rows.data());
  odds_above(made.rules, made.side(0), trials, above_a.rows.data());
  odds_above(made.rules, made.side(1), trials, above_b.rows.data());
  for (std::size_t t = 0; t < trials; t += 7) {
    const Pairs pairs = enumerated(made, t);
    const auto sum_to = [&](std::size_t j, std::size_t k) {
      double sum = 0;
      for (std::size_t a = 0; a <= j; ++a) {
        for (std::size_t b = 0; b <= k; ++b) sum += pairs[a][b];
      }
      return sum;
    };
    for (std::size_t j = 0; j < 3; ++j) {
      EXPECT_NEAR(above_a.rows[j][t], 1 - sum_to(j, 3), 1e-12);
      EXPECT_NEAR(above_b.rows[j][t], 1 - sum_to(3, j), 1e-12);
      for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(joint.rows[3 * j + k][t], sum_to(j, k), 1e-12);
    }
  }
}

TEST(Odds, AreThoseOfAllOutcomesOfJudgementAndLimiters) {
  for (unsigned seed = 1; seed <= 5; ++seed) expect_as_enumerated(Case(seed));
}

TEST(Odds, OfAJudgementThatIsSetAreThoseOfItsValue) { expect_as_enumerated(Case(6, 0.0)); }

TEST(Odds, OfASideBesideItselfStandOnTheDiagonal) {
  const Case made(7);
  Columns joint(9), above(3);
  joint_odds(made.rules, made.side(0), made.side(0), trials, joint.rows.data());
  odds_above(made.rules, made.side(0), trials, above.rows.data());
  for (std::size_t t = 0; t < trials; ++t) {
    for (std::size_t cell = 0; cell < 9; ++cell) {
      EXPECT_NEAR(joint.rows[cell][t], 1 - above.rows[std::min(cell / 3, cell % 3)][t], 1e-14);
    }
  }
}

TEST(Odds, OfAPairHaveTheSidesAsMargins) {
  Case made(8);
  made.latent[1].assign(trials, -1e6);  // always at most inadequate, but where a limiter lifts it
  for (std::uint64_t& rows : made.held[1]) rows = 0;
  Columns joint(9), above(3);
  joint_odds(made.rules, made.side(0), made.side(1), trials, joint.rows.data());
  odds_above(made.rules, made.side(0), trials, above.rows.data());
  for (std::size_t t = 0; t < trials; ++t) {
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(joint.rows[3 * j][t], 1 - above.rows[j][t], 1e-12);
  }
}

TEST(Odds, WithoutLimitersAreThoseOfTheCuts) {
  Case made(9);
  made.rules = {{1.8, 2.3, 3.0}, {}, {}};
  Columns above(3);
  odds_above(made.rules, made.side(0), trials, above.rows.data());
  const auto closed = ordinal_probabilities(made.latent[0][4], 0.5, {1.8, 2.3, 3.0});
  EXPECT_NEAR(above.rows[0][4], 1 - closed[0], 1e-14);
  EXPECT_NEAR(above.rows[2][4], closed[3], 1e-14);
}

TEST(Odds, OfAnAgreedRatingAreAGradeFurther) {
  const Case made(10);
  const double lowered = 0.2, raised = 0.1;
  Columns joint(9), above_a(3), above_b(3);
  joint_odds(made.rules, made.side(0), made.side(1), trials, joint.rows.data());
  odds_above(made.rules, made.side(0), trials, above_a.rows.data());
  odds_above(made.rules, made.side(1), trials, above_b.rows.data());
  const Pairs proposed = enumerated(made, 0);
  Pairs agreed{};
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = 0; b < 4; ++b) {
      agreed[a][b] += (1 - lowered - raised) * proposed[a][b];
      agreed[a - (a > 0 ? 1 : 0)][b - (b > 0 ? 1 : 0)] += lowered * proposed[a][b];
      agreed[std::min<std::size_t>(a + 1, 3)][std::min<std::size_t>(b + 1, 3)] += raised * proposed[a][b];
    }
  }
  agree_joint(lowered, raised, above_a.rows.data(), above_b.rows.data(), trials, joint.rows.data());
  agree_above(lowered, raised, trials, above_a.rows.data());
  EXPECT_NEAR(joint.rows[4][0], agreed[0][0] + agreed[0][1] + agreed[1][0] + agreed[1][1], 1e-12);
  double first = 0, last = 0;
  for (const double p : agreed[0]) first += p;
  for (const double p : agreed[3]) last += p;
  EXPECT_NEAR(above_a.rows[0][0], 1 - first, 1e-12);
  EXPECT_NEAR(above_a.rows[2][0], last, 1e-12);
}

TEST(Odds, AreTheSameBitsAtEveryLevel) {
  const Case made(11);
  std::vector<double> expected;
  for (const Kernels* level : available_kernels()) {
    Columns all(15);
    level->odds_above(made.rules, made.side(0), trials, all.rows.data());
    level->joint_odds(made.rules, made.side(0), made.side(1), trials, all.rows.data() + 3);
    for (std::size_t j = 0; j < 3; ++j)
      level->odds_spared(made.rules.capped[j], made.side(1), trials, all.rows[12 + j]);
    if (expected.empty()) expected = all.values;
    EXPECT_EQ(all.values, expected) << "level " << level->level;
  }
}

}  // namespace
}  // namespace uor::rate
