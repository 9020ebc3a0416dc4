#include "core/uor/study/prim.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/study/known_box.hpp"

namespace uor::study {
namespace {

// 50,000 trials of 40 columns, three of which matter: each side within 0.005, and no other column.
TEST(Prim, FindsTheKnownBox) {
  const Table table = table_of(Law::uniform, 1, 40, 50000);
  const Box box = peel(columns_of(table), values_of(table, known_box)).box;
  ASSERT_EQ(box.sides.size(), 3u);
  EXPECT_EQ(box.sides[0].column, 0u);
  EXPECT_NEAR(box.sides[0].low, .6, .005);
  EXPECT_EQ(box.sides[1].column, 1u);
  EXPECT_NEAR(box.sides[1].high, .5, .005);
  EXPECT_EQ(box.sides[2].column, 2u);
  EXPECT_NEAR(box.sides[2].low, .3, .005);
  EXPECT_GT(box.held_out.coverage, .98);
  EXPECT_GT(box.held_out.density, .98);
}

/// Odds that rise with one column and fall with another, the rest is noise.
Values smooth_odds(const Table& table) {
  return values_of(table, [](const Values& u) { return sample::normal_cdf(2 * u[0] - 2 * u[1] - 0.5); });
}

TEST(Prim, WorksOnOdds) {
  const Table table = table_of(Law::uniform, 2, 10, 8192);
  const Values odds = smooth_odds(table);
  const Peeled found = peel(columns_of(table), odds);
  ASSERT_EQ(found.box.sides.size(), 2u);
  EXPECT_TRUE(std::isfinite(found.box.sides[0].low));
  EXPECT_TRUE(std::isfinite(found.box.sides[1].high));
  EXPECT_GT(found.box.held_out.density, mean_of(odds).value + 0.2);
}

// What is found on half of the trials holds on the other half: within four binomial errors.
TEST(Prim, HeldOutTrialsAgreeWithThoseItWasFoundWith) {
  const Table table = table_of(Law::uniform, 3, 20, 8192);
  const Box box = peel(columns_of(table), smooth_odds(table)).box;
  EXPECT_NEAR(box.held_out.density, box.training.density, 0.04);
  EXPECT_NEAR(box.held_out.coverage, box.training.coverage, 0.04);
}

// Twenty runs of noise: sides by luck are dropped but for about one in a hundred of those that are tried.
TEST(Prim, NoiseHasNoBox) {
  std::size_t sides = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Table table = table_of(Law::uniform, seed, 10, 2048);
    sides += peel(columns_of(table), uniforms(seed, 99, 2048)).box.sides.size();
  }
  EXPECT_LE(sides, 6u);
}

TEST(Prim, LeavesTheCallersDataAlone) {
  const Table table = table_of(Law::uniform, 4, 5, 1024), copy = table;
  const Values outcome = smooth_odds(table);
  const Box once = peel(columns_of(table), outcome).box, again = peel(columns_of(table), outcome).box;
  EXPECT_EQ(table, copy);
  ASSERT_EQ(once.sides.size(), again.sides.size());
  for (std::size_t i = 0; i < once.sides.size(); ++i) EXPECT_EQ(once.sides[i].low, again.sides[i].low);
}

}  // namespace
}  // namespace uor::study
