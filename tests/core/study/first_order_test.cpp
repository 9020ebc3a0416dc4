#include "core/uor/study/first_order.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/study/draws.hpp"
#include "tests/core/study/known_functions.hpp"

namespace uor::study {
namespace {

constexpr std::size_t trials = 65536;

std::vector<FirstOrder> of_output(const Table& table, Law law, const Values& output) {
  const std::vector<Driver> drivers = drivers_of(table, law);
  std::vector<FirstOrder> found;
  for (const auto& row : first_order(drivers, std::vector<Column>{output})) found.push_back(row.front());
  return found;
}

/// Four errors, and what the series leaves out of the function.
void expect_near(const Figure& found, double known, double left_out) {
  EXPECT_NEAR(found.value, known, 4 * found.error + left_out);
  EXPECT_GT(found.error, 0);
}

TEST(FirstOrder, IshigamiHasItsKnownIndices) {
  const Table table = table_of(Law::uniform, 1, 3, trials);
  const auto found = of_output(table, Law::uniform, values_of(table, ishigami));
  for (std::size_t i = 0; i < 3; ++i) {
    expect_near(found[i].index, ishigami_first[i], 1e-4);
    EXPECT_LT(found[i].index.error, 0.004);
  }
}

TEST(FirstOrder, TheGFunctionHasItsKnownIndices) {
  const Table table = table_of(Law::uniform, 2, 8, trials);
  const auto found = of_output(table, Law::uniform, values_of(table, g_function));
  for (std::size_t i = 0; i < 8; ++i)
    expect_near(found[i].index, g_first[std::min<std::size_t>(i, 4)], 2e-3 * g_first[0]);
}

TEST(FirstOrder, TheOrdinalLinkHasItsKnownIndicesAndVariance) {
  const Table table = table_of(Law::normal, 3, 2, trials);
  const auto found = of_output(table, Law::normal, values_of(table, ordinal_link));
  for (std::size_t i = 0; i < 2; ++i) {
    expect_near(found[i].index, ordinal_first[i], 1e-5);
    expect_near(found[i].explained, ordinal_first[i] * ordinal_variance, 1e-6);
  }
}

TEST(FirstOrder, ALinearFunctionOfNormalsSharesByItsSquares) {
  const Table table = table_of(Law::normal, 4, 3, trials);
  const auto found =
      of_output(table, Law::normal, values_of(table, [](const Values& z) { return 3 * z[0] - 2 * z[1] + z[2]; }));
  expect_near(found[0].index, 9.0 / 14, 0);
  expect_near(found[1].index, 4.0 / 14, 0);
  expect_near(found[2].index, 1.0 / 14, 0);
}

// 123 drivers of which none matters: noise is about sqrt(2 degree) / trials.
TEST(FirstOrder, InertDriversComeToNothing) {
  const Table table = table_of(Law::normal, 5, 41, trials);
  const Values output = normals(6, 0, trials);
  for (const FirstOrder& found : of_output(table, Law::normal, output)) {
    EXPECT_LT(std::abs(found.index.value), 5e-4);
    EXPECT_GT(found.zero_odds, 1e-4);
  }
}

TEST(FirstOrder, WhatMattersALittleIsTold) {
  const Table table = table_of(Law::normal, 7, 2, trials);
  const auto found =
      of_output(table, Law::normal, values_of(table, [](const Values& z) { return 0.03 * z[0] + z[1]; }));
  EXPECT_LT(found[0].zero_odds, 1e-6);
}

TEST(FirstOrder, AConstantOutputHasNoIndices) {
  const Table table = table_of(Law::normal, 8, 1, 1024);
  const auto found = of_output(table, Law::normal, Values(1024, 3.0));
  EXPECT_EQ(found[0].index.value, 0);
  EXPECT_EQ(found[0].zero_odds, 1);
}

TEST(FirstOrder, TheSameTrialsGiveTheSameBits) {
  const Table table = table_of(Law::uniform, 9, 3, 4096);
  const Values output = values_of(table, ishigami);
  const auto once = of_output(table, Law::uniform, output), again = of_output(table, Law::uniform, output);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(once[i].index.value, again[i].index.value);
    EXPECT_EQ(once[i].index.error, again[i].index.error);
  }
}

TEST(ChiSquared, HasItsKnownTails) {
  EXPECT_NEAR(chi_squared_above(3.841458820694124, 1), 0.05, 1e-12);
  EXPECT_NEAR(chi_squared_above(11.070497693516351, 5), 0.05, 1e-12);
  EXPECT_NEAR(chi_squared_above(18.307038053275146, 10), 0.05, 1e-12);
  EXPECT_NEAR(chi_squared_above(0.5, 10), 0.9999933, 1e-7);
  EXPECT_EQ(chi_squared_above(0, 3), 1);
}

}  // namespace
}  // namespace uor::study
