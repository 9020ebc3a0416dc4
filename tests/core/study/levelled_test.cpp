#include "core/uor/study/levelled.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/core/study/draws.hpp"

namespace uor::study {
namespace {

std::vector<std::uint32_t> all(std::size_t count) {
  std::vector<std::uint32_t> trials(count);
  std::iota(trials.begin(), trials.end(), 0u);
  return trials;
}

TEST(Levelled, EdgesPartTheLevels) {
  const Values values = uniforms(1, 0, 8192);
  const Levelled column(values, all(8192));
  for (std::size_t level = 1; level < Levelled::levels; level += 97)
    for (std::size_t t = 0; t < values.size(); ++t) EXPECT_EQ(values[t] > column.edge(level), column.at(t) >= level);
}

TEST(Levelled, EqualValuesShareALevel) {
  const Values values = {0, 0, 0, 1, 1, 1, 1, 1};
  const Levelled column(values, all(8));
  EXPECT_EQ(column.at(0), 0);
  EXPECT_EQ(column.at(3), column.at(7));
  EXPECT_GT(column.at(3), 0);
  EXPECT_DOUBLE_EQ(column.edge(column.at(3)), 0.5);
}

TEST(Levelled, SeesTheTrialsItIsGiven) {
  const Values values = {5, 1, 4, 2};
  const Levelled column(values, {2, 3});
  EXPECT_GT(column.at(0), column.at(1));
  EXPECT_DOUBLE_EQ(column.edge(column.at(0)), 3);
}

}  // namespace
}  // namespace uor::study
