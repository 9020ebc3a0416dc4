#include "core/uor/sample/normal.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/uor/sample/philox.hpp"

namespace uor::sample {
namespace {

TEST(NormalQuantile, GivesTheKnownAnswers) {
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-15 * 2);
  EXPECT_NEAR(normal_quantile(0.3), -0.5244005127080409, 1e-15 * 0.5);
  EXPECT_NEAR(normal_quantile(1e-10), -6.361340902404056, 1e-15 * 6.4);
}

TEST(NormalQuantile, KeepsRelativeAccuracyInTheFarTail) {
  // From 40-digit arithmetic.
  EXPECT_NEAR(normal_quantile(1e-20) / -9.26234008979840757, 1.0, 1e-15);
  EXPECT_NEAR(normal_quantile(1e-300) / -37.0470962993611992, 1.0, 1e-15);
}

TEST(NormalQuantile, IsOddAroundOneHalf) {
  EXPECT_EQ(normal_quantile(0.5), 0.0);
  for (const double u : {0.25, 0.125, 0x1p-5, 0x1p-20}) EXPECT_EQ(normal_quantile(u), -normal_quantile(1.0 - u));
}

TEST(NormalCdf, GivesTheKnownAnswers) {
  EXPECT_EQ(normal_cdf(0.0), 0.5);
  EXPECT_NEAR(normal_cdf(1.0), 0.841344746068542949, 1e-15);
  EXPECT_NEAR(normal_cdf(-3.0), 0.00134989803163009453, 1e-17);
}

TEST(NormalCdf, UndoesTheQuantile) {
  for (double u = 0.0005; u < 1.0; u += 0.0005) EXPECT_NEAR(normal_cdf(normal_quantile(u)), u, 1e-15) << u;
}

// Known answers: P(N(0.2, 1) below -1, -1..0, 0..1.2, above 1.2).
TEST(NormalCdf, CutsANormalIntoItsKnownShares) {
  const double mean = 0.2;
  const double at_minus_one = normal_cdf(-1 - mean), at_zero = normal_cdf(-mean), at_last = normal_cdf(1.2 - mean);
  EXPECT_NEAR(at_minus_one, 0.1150696702, 5e-11);
  EXPECT_NEAR(at_zero - at_minus_one, 0.3056706203, 5e-11);
  EXPECT_NEAR(at_last - at_zero, 0.4206044555, 5e-11);
  EXPECT_NEAR(1 - at_last, 0.1586552539, 5e-11);
}

TEST(Normals, HaveTheBitsOfTheScalarQuantile) {
  std::vector<std::uint32_t> words(4096);
  draw_words(42, 1, 0, words.size(), words.data());
  words[0] = 0;
  words[1] = 0xFFFFFFFF;
  words[2] = 0x7FFFFFFF;
  words[3] = 0x80000000;
  std::vector<double> z(words.size());
  normals_of(words.data(), z.data(), z.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    ASSERT_EQ(std::bit_cast<std::uint64_t>(z[i]), std::bit_cast<std::uint64_t>(normal_quantile(uniform_of(words[i]))))
        << "word " << words[i];
  }
}

TEST(Normals, HaveTheMomentsOfTheStandardNormal) {
  constexpr std::size_t count = 1 << 18;
  std::vector<std::uint32_t> words(count);
  draw_words(7, 1, 0, count, words.data());
  std::vector<double> z(count);
  normals_of(words.data(), z.data(), count);
  double sum = 0, squares = 0, fourths = 0;
  for (const double x : z) {
    sum += x;
    squares += x * x;
    fourths += x * x * x * x;
  }
  const double n = count, error = 4 / std::sqrt(n);
  EXPECT_NEAR(sum / n, 0.0, error);
  EXPECT_NEAR(squares / n, 1.0, error * std::sqrt(2.0));
  EXPECT_NEAR(fourths / n, 3.0, error * std::sqrt(96.0));
}

}  // namespace
}  // namespace uor::sample
