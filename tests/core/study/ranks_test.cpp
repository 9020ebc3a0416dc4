#include "core/uor/study/ranks.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/study/draws.hpp"
#include "tests/core/study/known_functions.hpp"

namespace uor::study {
namespace {

constexpr std::size_t trials = 65536;

TEST(Ranks, OrderKeepsEqualOnesAsTheyCome) {
  EXPECT_EQ(order_of(Values{3, 1, 2, 1}), (std::vector<std::uint32_t>{1, 3, 2, 0}));
}

// Tolerance: four times 1 / sqrt(trials).
TEST(Ranks, IndexAgreesWithTheSeries) {
  const Table table = table_of(Law::uniform, 1, 3, trials);
  const Values output = values_of(table, ishigami);
  for (std::size_t i = 0; i < 3; ++i) {
    const Figure found = rank_index(order_of(table[i]), output);
    EXPECT_NEAR(found.value, ishigami_first[i], 4 * found.error);
  }
}

// X1 + X2 uniform: the distances of single values of X1 have largest 1/2, median 9/32, mean 7/24. 64 classes of width
// 1/64 blur them by less than 0.01, sampling adds about as much.
TEST(Ranks, PawnOfASumOfTwoHasItsKnownDistances) {
  const Table table = table_of(Law::uniform, 2, 2, trials);
  const Levels levels(values_of(table, [](const Values& u) { return u[0] + u[1]; }));
  const Pawn found = pawn(order_of(table[0]), levels, 64);
  EXPECT_NEAR(found.largest, 1.0 / 2, 0.02);
  EXPECT_NEAR(found.median, 9.0 / 32, 0.02);
  EXPECT_NEAR(found.mean, 7.0 / 24, 0.02);
}

TEST(Ranks, PawnOfAnInertDriverIsItsNoise) {
  const Table table = table_of(Law::uniform, 3, 2, trials);
  const Pawn found = pawn(order_of(table[0]), Levels(table[1]));
  EXPECT_GT(found.noise, 0.01);
  EXPECT_NEAR(found.median, found.noise, found.noise / 2);
}

TEST(Ranks, LevelsHoldEqualValuesTogether) {
  Values output(1000, 0.0);
  for (std::size_t t = 600; t < 1000; ++t) output[t] = 1;
  const Levels levels(output);
  EXPECT_EQ(levels.of(0), levels.of(599));
  EXPECT_LT(levels.of(0), levels.of(600));
  EXPECT_DOUBLE_EQ(levels.below(levels.of(0)), 0.6);
  EXPECT_DOUBLE_EQ(levels.below(levels.of(999)), 1);
}

}  // namespace
}  // namespace uor::study
