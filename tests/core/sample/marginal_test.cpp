#include "core/uor/sample/marginal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "tests/core/sample/distributions.hpp"

namespace uor::sample {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::size_t count = 1 << 17;

std::vector<double> draws_of(const Distribution& distribution) {
  std::vector<std::uint32_t> words(count);
  draw_words(20190331, 1, 0, count, words.data());
  std::vector<double> draws(count);
  normals_of(words.data(), draws.data(), count);
  Marginal(distribution).map(draws.data(), draws.data(), count);
  return draws;
}

/// Mean and standard deviation against their analytic values, each within four standard errors.
void expect_moments(const Distribution& distribution, double mean, double sd) {
  const std::vector<double> draws = draws_of(distribution);
  const double n = count;
  double sum = 0, squares = 0, fourths = 0;
  for (const double x : draws) sum += x - mean;
  const double shift = sum / n;
  for (const double x : draws) {
    const double d = (x - mean - shift) * (x - mean - shift);
    squares += d;
    fourths += d * d;
  }
  const double variance = squares / n;
  EXPECT_NEAR(shift, 0.0, 4 * sd / std::sqrt(n)) << to_string(distribution);
  EXPECT_NEAR(variance, sd * sd, 4 * std::sqrt((fourths / n - variance * variance) / n)) << to_string(distribution);
}

/// The share of draws up to `value` against its analytic probability, within four standard errors.
void expect_share(const Distribution& distribution, double value, double probability) {
  const std::vector<double> draws = draws_of(distribution);
  const auto below = std::count_if(draws.begin(), draws.end(), [&](double x) { return x <= value; });
  EXPECT_NEAR(static_cast<double>(below) / count, probability, 4 * std::sqrt(probability * (1 - probability) / count))
      << to_string(distribution) << " at " << value;
}

TEST(Marginal, OfAConstantIgnoresZ) {
  EXPECT_EQ(Marginal(Distribution::constant(3.5))(-2.0), 3.5);
  EXPECT_EQ(Marginal(Distribution::constant(3.5))(4.0), 3.5);
}

TEST(Marginal, OfANormalIsLinear) {
  EXPECT_EQ(Marginal(normal(2.0, 0.5))(-1.5), 1.25);
  expect_moments(normal(2.0, 0.5), 2.0, 0.5);
  expect_share(normal(2.0, 0.5), 2.0 + 0.5 * 1.2815515655446004, 0.9);
}

TEST(Marginal, OfALognormalHasItsMedianAndMoments) {
  EXPECT_EQ(Marginal(lognormal(4.0, 0.3))(0.0), 4.0);
  expect_moments(lognormal(4.0, 0.3), 4.0 * std::exp(0.045), 4.0 * std::exp(0.045) * std::sqrt(std::expm1(0.09)));
  expect_share(lognormal(4.0, 0.3), 4.0 * std::exp(0.3 * 0.6744897501960817), 0.75);
}

// Known answer: P(X < 0.3) = 0.18.
TEST(Marginal, OfATriangularHasItsKnownShare) {
  EXPECT_NEAR(Marginal(triangular(0, .5, 1))(normal_quantile(.18)), .3, 1e-15);
  expect_share(triangular(0, .5, 1), .3, .18);
  expect_moments(triangular(0, .5, 1), .5, std::sqrt(1.0 / 24));
}

TEST(Marginal, OfATriangularWithItsModeAtAnEndStaysInRange) {
  EXPECT_NEAR(Marginal(triangular(1, 1, 3))(normal_quantile(.75)), 2.0, 1e-15);
  EXPECT_NEAR(Marginal(triangular(1, 3, 3))(normal_quantile(.25)), 2.0, 1e-15);
  EXPECT_LE(Marginal(triangular(1, 3, 3))(9.0), 3.0);
}

// Known answers: mean 11/30, P(X < 0.3) = 0.3980278501.
TEST(Marginal, OfAPertHasItsKnownMeanAndShare) {
  EXPECT_NEAR(Marginal(pert(0, .3, 1))(normal_quantile(.3980278501)), .3, 1e-10);
  expect_share(pert(0, .3, 1), .3, .3980278501);
  const double alpha = 2.2, beta = 3.8;
  expect_moments(pert(0, .3, 1), 11.0 / 30, std::sqrt(alpha * beta / (36 * 7)));
}

TEST(Marginal, OfABetaIsScaledToItsRange) {
  expect_moments(beta(10, 20, 2, 3), 14.0, 10 * std::sqrt(6.0 / (25 * 6)));
  expect_share(beta(0, 1, 2, 1), 0.5, 0.25);
}

TEST(Marginal, OfAUniformIsFlat) {
  EXPECT_NEAR(Marginal(uniform(-1, 3))(normal_quantile(0.3)), 0.2, 2e-15);
  expect_moments(uniform(-1, 3), 1.0, 4 / std::sqrt(12.0));
  expect_share(uniform(-1, 3), 2.0, 0.75);
}

TEST(Marginal, OfADiscreteTakesItsValuesByWeight) {
  const Distribution three = discrete({30, 1, 10, 2, 20, 5});  // in any order, weights of any sum
  const Marginal marginal(three);
  EXPECT_EQ(marginal(normal_quantile(0.249)), 10.0);
  EXPECT_EQ(marginal(normal_quantile(0.251)), 20.0);
  EXPECT_EQ(marginal(normal_quantile(0.876)), 30.0);
  expect_share(three, 10, 0.25);
  expect_share(three, 20, 0.875);
}

TEST(Marginal, OfADiscreteNeverTakesAValueWithoutWeight) {
  const Marginal marginal(discrete({1, 0, 2, 1, 3, 0}));
  for (const double z : {-40.0, -1.0, 0.0, 1.0, 40.0}) EXPECT_EQ(marginal(z), 2.0);
}

TEST(Marginal, OfABernoulliIsOneWithItsProbability) {
  EXPECT_EQ(Marginal(bernoulli(0.2))(normal_quantile(0.79)), 0.0);
  EXPECT_EQ(Marginal(bernoulli(0.2))(normal_quantile(0.81)), 1.0);
  EXPECT_EQ(Marginal(bernoulli(0.0))(40.0), 0.0);
  EXPECT_EQ(Marginal(bernoulli(1.0))(-40.0), 1.0);
  expect_moments(bernoulli(0.2), 0.2, 0.4);
}

TEST(Marginal, OfASampleInterpolatesBetweenOrderStatistics) {
  const Marginal marginal(empirical({4, 1, 2, 8, 16}));
  EXPECT_NEAR(marginal(normal_quantile(0.25)), 2.0, 1e-14);
  EXPECT_NEAR(marginal(normal_quantile(0.375)), 3.0, 1e-14);
  EXPECT_NEAR(marginal(normal_quantile(0.9)), 12.8, 1e-13);
  EXPECT_EQ(marginal(12.0), 16.0);
  EXPECT_NEAR(marginal(-12.0), 1.0, 1e-14);
}

TEST(Marginal, OfQuartilesPassesThroughThem) {
  const Distribution metric = quartiles(3, 5, 10);
  const Marginal marginal(metric);
  EXPECT_NEAR(marginal(normal_quantile(0.25)), 3.0, 1e-14);
  EXPECT_EQ(marginal(0.0), 5.0);
  EXPECT_NEAR(marginal(normal_quantile(0.75)), 10.0, 1e-14);
  expect_share(metric, 3, 0.25);
  expect_share(metric, 10, 0.75);
}

TEST(Marginal, NeverFallsWithZ) {
  const std::vector<Distribution> all = {normal(1, 2),
                                         lognormal(1, .5),
                                         triangular(0, .2, 1),
                                         pert(0, .9, 1),
                                         beta(0, 1, .5, .5),
                                         uniform(0, 1),
                                         discrete({1, 1, 2, 3}),
                                         bernoulli(.5),
                                         empirical({1, 2, 2, 7}),
                                         quartiles(1, 2, 4),
                                         truncated(normal(0, 1), 1, 2)};
  for (const Distribution& distribution : all) {
    const Marginal marginal(distribution);
    double last = marginal(-7.0);
    for (double z = -7.0; z < 7.0; z += 0.013) {
      const double value = marginal(z);
      EXPECT_GE(value, last - 1e-14 * std::abs(last)) << to_string(distribution) << " at " << z;
      last = value;
    }
  }
}

TEST(Marginal, GivesTheSameBitsInOneColumnAndOneByOne) {
  for (const Distribution& distribution : {pert(0, .3, 1), triangular(0, .2, 1), truncated(lognormal(1, 1), 2, 3)}) {
    const Marginal marginal(distribution);
    std::vector<double> z(77), column(77);
    for (std::size_t i = 0; i < z.size(); ++i) z[i] = -4.0 + 0.11 * static_cast<double>(i);
    marginal.map(z.data(), column.data(), z.size());
    for (std::size_t i = 0; i < z.size(); ++i) {
      ASSERT_EQ(std::bit_cast<std::uint64_t>(column[i]), std::bit_cast<std::uint64_t>(marginal(z[i])));
    }
  }
}

TEST(Marginal, RefusesBadParametersByName) {
  EXPECT_THAT([] { Marginal(normal(0, -1)); }, ThrowsMessage<Error>("normal(0, -1): sd must be > 0, is -1"));
  EXPECT_THAT([] { Marginal(beta(0, 1, 0.1, 2)); },
              ThrowsMessage<Error>("beta(0, 1, 0.1, 2): alpha and beta must be from 0.2 to 1e+06, one is 0.1"));
}

TEST(Quantile, IsTheValueThatIsNotExceededWithItsProbability) {
  EXPECT_NEAR(quantile_of(normal(1, 2), 0.975), 1 + 2 * 1.959963984540054, 1e-14);
  EXPECT_NEAR(quantile_of(uniform(0, 10), 0.3), 3.0, 1e-14);
}

TEST(Quantile, RefusesAProbabilityThatHasNone) {
  EXPECT_THAT([] { quantile_of(normal(0, 1), 1.0); },
              ThrowsMessage<Error>("probability of a quantile must be above 0 and below 1, is 1"));
  EXPECT_THAT([] { quantile_of(normal(0, 1), std::nan("")); }, ThrowsMessage<Error>(HasSubstr("is nan")));
}

}  // namespace
}  // namespace uor::sample
