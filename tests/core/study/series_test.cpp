#include "core/uor/study/series.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/core/study/draws.hpp"

namespace uor::study {
namespace {

/// Largest distance of mean products over evenly spaced quantiles from 1 on the diagonal and 0 beside it.
double farthest_from_orthonormal(Law law, std::size_t degree, std::size_t points) {
  std::vector<double> sums((degree + 1) * (degree + 1)), at(degree + 1);
  for (std::size_t i = 0; i < points; ++i) {
    const double u = (static_cast<double>(i) + 0.5) / static_cast<double>(points);
    polynomials(law, law == Law::normal ? sample::normal_quantile(u) : u, degree, at.data());
    for (std::size_t j = 0; j <= degree; ++j)
      for (std::size_t k = 0; k <= degree; ++k) sums[j * (degree + 1) + k] += at[j] * at[k];
  }
  double farthest = 0;
  for (std::size_t j = 0; j <= degree; ++j)
    for (std::size_t k = 0; k <= degree; ++k)
      farthest = std::max(farthest, std::abs(sums[j * (degree + 1) + k] / static_cast<double>(points) - (j == k)));
  return farthest;
}

TEST(Series, LegendresAreOrthonormalOnTheUnitInterval) {
  EXPECT_LT(farthest_from_orthonormal(Law::uniform, legendre_degree, 100000), 1e-5);
}

// A quantile rule of so many points misses the tails' share of high degrees.
TEST(Series, HermitesAreOrthonormalUnderTheNormalLaw) {
  EXPECT_LT(farthest_from_orthonormal(Law::normal, 3, 1000000), 1e-2);
}

TEST(Series, HermitesHaveTheirKnownValues) {
  std::array<double, hermite_degree + 1> at{};
  polynomials(Law::normal, 2.0, hermite_degree, at.data());
  EXPECT_DOUBLE_EQ(at[1], 2.0);
  EXPECT_NEAR(at[2], 3.0 / std::sqrt(2.0), 1e-14);
  EXPECT_NEAR(at[3], 2.0 / std::sqrt(6.0), 1e-14);
  EXPECT_NEAR(at[4], -5.0 / std::sqrt(24.0), 1e-14);
  EXPECT_NEAR(at[5], -18.0 / std::sqrt(120.0), 1e-14);
}

}  // namespace
}  // namespace uor::study
