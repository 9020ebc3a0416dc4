#include "core/uor/study/total.hpp"

#include <gtest/gtest.h>

#include "tests/core/study/draws.hpp"
#include "tests/core/study/known_functions.hpp"

namespace uor::study {
namespace {

constexpr std::size_t trials = 65536;

template <typename Function>
std::vector<Total> totals_of(std::uint64_t seed, std::size_t columns, const Function& function) {
  Table table = table_of(Law::uniform, seed, columns, trials);
  const Values output = values_of(table, function);
  std::vector<Total> found;
  for (std::size_t i = 0; i < columns; ++i) {
    const Values own = table[i];
    table[i] = uniforms(seed, 100 + i, trials);
    found.push_back(total_index(output, values_of(table, function)));
    table[i] = own;
  }
  return found;
}

// Tolerance: four errors.
TEST(Total, IshigamiHasItsKnownIndices) {
  const auto found = totals_of(1, 3, ishigami);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[i].index.value, ishigami_total[i], 4 * found[i].index.error);
    EXPECT_LT(found[i].index.error, 0.005);
  }
}

TEST(Total, TheGFunctionHasItsKnownIndices) {
  const auto found = totals_of(2, 8, g_function);
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_NEAR(found[i].index.value, g_total[std::min<std::size_t>(i, 4)], 4 * found[i].index.error);
}

TEST(Total, ADriverThatNothingReadsIsExactlyIdle) {
  const auto found = totals_of(3, 4, [](const Values& u) { return ishigami(u); });
  EXPECT_FALSE(found[2].idle);
  EXPECT_TRUE(found[3].idle);
  EXPECT_EQ(found[3].index.value, 0);
  EXPECT_EQ(found[3].index.error, 0);
}

TEST(Total, IsNeverNegative) {
  const Values output = uniforms(4, 0, 1024), other = uniforms(4, 1, 1024);
  EXPECT_GT(total_index(output, other).index.value, 0);
  EXPECT_EQ(total_index(Values(8, 1.0), Values(8, 1.0)).index.value, 0);
}

}  // namespace
}  // namespace uor::study
