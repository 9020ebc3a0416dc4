#include "core/uor/study/shapley.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "tests/core/study/draws.hpp"

namespace uor::study {
namespace {

template <typename Worth>
std::vector<double> values_of_all(std::size_t players, const Worth& worth) {
  std::vector<double> values;
  for (Coalition set = 0; set < coalitions_of(players); ++set) values.push_back(worth(set));
  return values;
}

TEST(Shapley, GloveGame) {
  const Attribution found =
      shapley(values_of_all(3, [](Coalition set) { return takes_part(set, 0) && (set & 0b110u) != 0 ? 1.0 : 0.0; }));
  EXPECT_NEAR(found.shares[0].value, 2.0 / 3, 1e-15);
  EXPECT_NEAR(found.shares[1].value, 1.0 / 6, 1e-15);
  EXPECT_NEAR(found.shares[2].value, 1.0 / 6, 1e-15);
  EXPECT_LT(found.interactions[1 * 3 + 2].value, 0);  // one right glove does in the other's place
  EXPECT_GT(found.interactions[0 * 3 + 1].value, 0);
}

TEST(Shapley, AirportGame) {
  const Attribution found =
      shapley(values_of_all(3, [](Coalition set) { return static_cast<double>(std::bit_width(set)); }));
  EXPECT_NEAR(found.shares[0].value, 1.0 / 3, 1e-15);
  EXPECT_NEAR(found.shares[1].value, 5.0 / 6, 1e-15);
  EXPECT_NEAR(found.shares[2].value, 11.0 / 6, 1e-15);
}

// Variance explained of x1 + x2 with correlation r, standard normal: 1 + r each.
TEST(Shapley, LinearGaussianWithCorrelation) {
  constexpr double r = 0.6;
  const auto explained = [](Coalition set) { return set == 0 ? 0.0 : set == 3 ? 2 + 2 * r : (1 + r) * (1 + r); };
  const Attribution found = shapley(values_of_all(2, explained));
  EXPECT_NEAR(found.shares[0].value, 1 + r, 1e-15);
  EXPECT_NEAR(found.interactions[1].value, 2 + 2 * r - 2 * (1 + r) * (1 + r), 1e-15);
}

TEST(Shapley, VarianceOfTheGFunction) {
  constexpr std::array a = {0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
  constexpr std::array known = {.751518863, .210477294, .0288804594, .0087718929, .0000878727};
  const auto explained = [&](Coalition set) {
    double product = 1;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (takes_part(set, i)) product *= 1 + 1 / (3 * (1 + a[i]) * (1 + a[i]));
    return product - 1;
  };
  const std::vector<double> values = values_of_all(8, explained);
  const Attribution found = shapley(values);
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_NEAR(found.shares[i].value / values.back(), known[std::min<std::size_t>(i, 4)], 1e-9);
}

/// Odds of a set of levers in each trial: levers help each other, and one does nothing.
Values odds_of(Coalition set, const Values& luck) {
  Values odds;
  for (const double z : luck) {
    double latent = -1 + 0.5 * z;
    for (std::size_t i = 0; i < most_exact_players - 1; ++i)
      if (takes_part(set, i)) latent += 0.05 * static_cast<double>(i + 1) * (1 + 0.1 * z);
    odds.push_back(sample::normal_cdf(latent));
  }
  return odds;
}

Attribution of_twelve(const Values& luck) {
  ShapleySum sum(most_exact_players, luck.size());
  for (std::size_t step = 0; step < coalitions_of(most_exact_players); ++step)
    sum.add(coalition_at(step), odds_of(coalition_at(step), luck));
  return sum.result();
}

TEST(Shapley, TwelvePlayersAddUpAndTheIdleOneHasNothing) {
  const Attribution found = of_twelve(normals(1, 0, 64));
  double sum = 0;
  for (const Figure& share : found.shares) sum += share.value;
  EXPECT_NEAR(sum, found.total.value, 1e-12);
  EXPECT_NEAR(found.total.value, found.to - found.from, 1e-12);
  EXPECT_EQ(found.shares.back().value, 0);
  EXPECT_EQ(found.shares.back().error, 0);
  for (std::size_t i = 0; i + 1 < found.shares.size(); ++i) EXPECT_GT(found.shares[i].error, 0);
  EXPECT_EQ(found.interactions[11].value, 0);
}

// An interval of two errors holds the shares of other trials: their difference within four errors of both.
TEST(Shapley, ErrorsArePaired) {
  const auto of_three = [](std::uint64_t seed) {
    const Values luck = normals(seed, 0, 4096);
    ShapleySum sum(3, luck.size());
    for (Coalition set = 0; set < 8; ++set) sum.add(set, odds_of(set * 256, luck));
    return sum.result();
  };
  const Attribution one = of_three(1), two = of_three(2);
  for (std::size_t i = 0; i < 3; ++i) {
    const double error = std::hypot(one.shares[i].error, two.shares[i].error);
    EXPECT_NEAR(one.shares[i].value, two.shares[i].value, 4 * error);
    EXPECT_LT(one.shares[i].error, mean_of(odds_of(0, normals(1, 0, 4096))).error);
  }
}

TEST(Shapley, NobodyIsAnswered) {
  const Attribution found = shapley(std::vector<double>{0.25});
  EXPECT_TRUE(found.shares.empty());
  EXPECT_EQ(found.total.value, 0);
}

}  // namespace
}  // namespace uor::study
