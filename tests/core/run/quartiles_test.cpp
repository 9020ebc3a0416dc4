#include "core/uor/run/quartiles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace uor::run {
namespace {

constexpr std::size_t trials = 37;  // no multiple of a tile

/// [line][trial], with ties.
std::vector<std::vector<double>> values_of(std::size_t lines, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> value(-50, 50);
  std::vector<std::vector<double>> values(lines, std::vector<double>(trials));
  for (auto& line : values) {
    for (double& x : line) x = value(random) / 8.0;
  }
  return values;
}

/// [level][trial] by the network.
std::vector<std::vector<double>> quantiles_of(const std::vector<std::vector<double>>& values,
                                              const std::vector<double>& levels) {
  const Quantiles quantiles(values.size(), levels);
  std::vector<const double*> lines;
  for (const auto& line : values) lines.push_back(line.data());
  std::vector<std::vector<double>> out(levels.size(), std::vector<double>(trials));
  std::vector<double*> rows;
  for (auto& row : out) rows.push_back(row.data());
  Columns tile = quantiles.tile();
  quantiles.compute(lines, trials, rows, tile);
  return out;
}

double sorted_quantile(const std::vector<std::vector<double>>& values, std::size_t trial, double level) {
  std::vector<double> sorted;
  for (const auto& line : values) sorted.push_back(line[trial]);
  std::sort(sorted.begin(), sorted.end());
  const double rank = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(rank));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (rank - std::floor(rank)) * (sorted[above] - sorted[below]);
}

TEST(Quantiles, AreThoseOfTheSortedValuesForAnyNumberOfLines) {
  const std::vector<double> levels = {0.0, 0.25, 0.5, 0.75, 1.0};
  for (const std::size_t lines : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 10U, 16U, 23U, 33U, 64U, 100U, 131U, 134U}) {
    const auto values = values_of(lines, static_cast<unsigned>(lines));
    const auto found = quantiles_of(values, levels);
    for (std::size_t l = 0; l < levels.size(); ++l) {
      for (std::size_t t = 0; t < trials; ++t) {
        EXPECT_EQ(found[l][t], sorted_quantile(values, t, levels[l])) << lines << " lines, trial " << t;
      }
    }
  }
}

/// Zeros and ones sort right in every order, so all values do (the zero-one principle).
TEST(Quantiles, SortEveryPatternOfZerosAndOnes) {
  for (std::size_t lines = 1; lines <= 10; ++lines) {
    std::vector<double> levels;
    for (std::size_t i = 0; i < lines; ++i) {
      levels.push_back(lines == 1 ? 0.0 : static_cast<double>(i) / static_cast<double>(lines - 1));
    }
    for (std::size_t pattern = 0; pattern < std::size_t{1} << lines; ++pattern) {
      std::vector<std::vector<double>> values(lines, std::vector<double>(trials, 0.0));
      for (std::size_t i = 0; i < lines; ++i) values[i][0] = static_cast<double>(pattern >> i & 1U);
      const auto found = quantiles_of(values, levels);
      for (std::size_t i = 0; i + 1 < lines; ++i) EXPECT_LE(found[i][0], found[i + 1][0]) << lines << ' ' << pattern;
    }
  }
}

TEST(Quantiles, AreTheSameBitsForAnyOrderOfTheLines) {
  auto values = values_of(131, 5);
  const auto found = quantiles_of(values, {0.25, 0.5, 0.75});
  std::shuffle(values.begin(), values.end(), std::mt19937(9));
  EXPECT_EQ(quantiles_of(values, {0.25, 0.5, 0.75}), found);
}

TEST(Quantiles, LeaveOutWhatTheirLevelsDoNotNeed) {
  EXPECT_LT(Quantiles(131, {0.5}).comparisons(), Quantiles(131, {0.25, 0.5, 0.75}).comparisons());
  EXPECT_EQ(Quantiles(2, {0.0}).comparisons(), 1U);
  EXPECT_EQ(Quantiles(1, {0.5}).comparisons(), 0U);
}

TEST(Quantiles, TakeTheMiddleOfTwo) {
  EXPECT_EQ(quantiles_of({std::vector<double>(trials, 1.0), std::vector<double>(trials, 4.0)}, {0.5})[0][3], 2.5);
}

}  // namespace
}  // namespace uor::run
