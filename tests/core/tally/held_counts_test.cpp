#include "core/uor/tally/held_counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

namespace uor::tally {
namespace {

constexpr std::size_t columns = 3;

/// Columns of [side][summarised][month] with one side, one quantity and three months.
const std::vector<Scale> scales = {{0.0, 1.0}, {5.0, 0.5}, {-2.0, 3.0}};

void count(const std::vector<double>& values, std::size_t column, Distributions& into) {
  std::vector<std::uint16_t> bins;
  for (const double value : values) bins.push_back(static_cast<std::uint16_t>(bin_of(scales[column], value)));
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  into.add(column, values.data(), bins.data(), bins.size(), {*low, *high, true}, scales[column]);
  into.passed(values.size());
}

std::vector<double> draws(std::size_t column, unsigned seed, double width) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal(scales[column].center, width * scales[column].spread);
  std::vector<double> values(50);
  std::generate(values.begin(), values.end(), [&] { return normal(random); });
  return values;
}

void expect_equal(Distributions found, Distributions expected) {
  for (std::size_t column = 0; column < columns; ++column) {
    const auto counts = found.counts(column), wanted = expected.counts(column);
    EXPECT_TRUE(std::equal(counts.begin(), counts.end(), wanted.begin()));
    EXPECT_EQ(found.far(column), expected.far(column));
    EXPECT_EQ(found.minimum(column), expected.minimum(column));
    EXPECT_EQ(found.maximum(column), expected.maximum(column));
  }
}

/// Pieces of growing width, so that the bins that are held have to grow to both sides.
TEST(HeldCounts, AddUpToWhatOneCounterHas) {
  Distributions piece, whole;
  piece.start(columns);
  whole.start(columns);
  HeldCounts held;
  for (unsigned number = 0; number < 6; ++number) {
    for (std::size_t column = 0; column < columns; ++column) {
      const auto values = draws(column, 10 * number + static_cast<unsigned>(column), 0.01 + number * number);
      count(values, column, piece);
      count(values, column, whole);
    }
    held.take(piece, scales);
  }
  expect_equal(held.all(), whole);
}

TEST(HeldCounts, LeaveThePieceEmpty) {
  Distributions piece, empty;
  piece.start(columns);
  empty.start(columns);
  count(draws(1, 1, 4.0), 1, piece);
  HeldCounts held;
  held.take(piece, scales);
  expect_equal(piece, empty);
}

TEST(HeldCounts, KeepValuesThatAreTooFarOut) {
  const std::vector<double> odd = {1e30, -1e30, 1e6, 1e6, std::numeric_limits<double>::infinity(), 0.5};
  Distributions piece, whole;
  piece.start(columns);
  whole.start(columns);
  count(odd, 0, piece);
  count(odd, 0, whole);
  HeldCounts held;
  held.take(piece, scales);
  expect_equal(held.all(), whole);
}

TEST(HeldCounts, CountBeyondSixteenBits) {
  const std::vector<double> many(30'000, 5.0);
  Distributions piece, whole;
  piece.start(columns);
  whole.start(columns);
  HeldCounts held;
  for (int number = 0; number < 5; ++number) {
    count(many, 1, piece);
    count(many, 1, whole);
    held.take(piece, scales);
  }
  EXPECT_EQ(held.all().counts(1)[bin_of(scales[1], 5.0)], 150'000U);
  expect_equal(held.all(), whole);
}

}  // namespace
}  // namespace uor::tally
