#include "core/uor/run/histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/uor/run/tally.hpp"

namespace uor::run {
namespace {

void count_values(const Scale& scale, const double* values, std::size_t count, std::uint32_t* counts) {
  LeafSums sums;
  sums.start(1, count);
  Distributions distributions;
  distributions.start(1);
  std::vector<std::uint16_t> bins(count);
  const Extremes found = sums.add(0, values, nullptr, scale, 0, count, bins.data());
  distributions.add(0, bins.data(), count, found);
  distributions.settle();
  for (std::size_t bin = 0; bin < bin_count; ++bin) counts[bin] += distributions.counts(0)[bin];
}

TEST(Histogram, QuantilesLieWithinTheStatedBoundOfTheExactOnes) {
  std::mt19937_64 random(5);
  std::normal_distribution<double> normal(200.0, 3.0);
  std::vector<double> values(20000);
  for (double& value : values) value = normal(random);
  const Scale scale = scale_of({values.begin(), values.begin() + 256});
  std::vector<std::uint32_t> counts(bin_count, 0);
  count_values(scale, values.data(), values.size(), counts.data());
  std::sort(values.begin(), values.end());
  const std::array<double, 3> levels = {0.05, 0.5, 0.95};
  std::array<double, 3> read{};
  quantiles_of(scale, counts, values.front(), values.back(), levels, read.data());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double exact = values[static_cast<std::size_t>(levels[i] * 20000)];
    const double y = std::abs(exact - scale.center) / scale.spread;
    EXPECT_NEAR(read[i], exact, std::ldexp(1.0, -bin_bits) * (1 + y) * scale.spread);
  }
}

TEST(Histogram, MergingCountsInAnyOrderGivesTheSameCounts) {
  const Scale scale{0.0, 1.0};
  const std::array<double, 6> values = {-3.5, 0.0, 1e-9, 2.5, 1e9, -1e9};
  std::vector<std::uint32_t> whole(bin_count, 0), parts(bin_count, 0);
  count_values(scale, values.data(), 6, whole.data());
  count_values(scale, values.data() + 3, 3, parts.data());
  count_values(scale, values.data(), 3, parts.data());
  EXPECT_EQ(whole, parts);
}

TEST(Histogram, ValuesFarOutAndNotFiniteHaveTheirOwnBins) {
  const Scale scale{0.0, 1.0};
  EXPECT_EQ(bin_of(scale, -1e9), 2 * bins_per_side);
  EXPECT_EQ(bin_of(scale, 1e9), 2 * bins_per_side + 1);
  EXPECT_EQ(bin_of(scale, std::nan("")), 2 * bins_per_side + 2);
  EXPECT_EQ(bin_of(scale, 0.0), bins_per_side);
  EXPECT_EQ(bin_of(scale, -1e-3), bins_per_side - 1);
}

TEST(Histogram, CountsManyValuesInTheBinsOfSingleOnes) {
  const Scale scale{1.0, 0.5};
  std::vector<double> values = {1.0, 0.0, -1e300, 1e300, std::nan(""), INFINITY, -INFINITY, 1.0 + 1e-12};
  for (int i = 0; i < 1000; ++i) values.push_back(std::sin(i) * std::exp(i % 37 - 10));
  std::vector<std::uint32_t> counted(bin_count, 0), expected(bin_count, 0);
  count_values(scale, values.data(), values.size(), counted.data());
  for (const double value : values) ++expected[bin_of(scale, value)];
  EXPECT_EQ(counted, expected);
}

TEST(Histogram, AConstantColumnHasItsValueAtEveryQuantile) {
  const Scale scale = scale_of(std::vector<double>(256, 7.25));
  std::vector<std::uint32_t> counts(bin_count, 0);
  const std::vector<double> values(1000, 7.25);
  count_values(scale, values.data(), values.size(), counts.data());
  const std::array<double, 2> levels = {0.05, 0.95};
  std::array<double, 2> read{};
  quantiles_of(scale, counts, 7.25, 7.25, levels, read.data());
  EXPECT_EQ(read[0], 7.25);
  EXPECT_EQ(read[1], 7.25);
}

}  // namespace
}  // namespace uor::run
