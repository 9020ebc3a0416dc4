#include "core/uor/tally/far_counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

namespace uor::tally {
namespace {

TEST(FarCounts, AreThoseOfAMapHoweverManyAndInWhateverOrder) {
  const Scale scale = scale_of({0, 1, 2, 3, 4, 5, 6, 7});
  std::mt19937_64 generator(7);
  std::uniform_real_distribution<double> decades(-2, 60);
  std::map<std::size_t, std::map<std::int32_t, std::uint64_t>> expected;
  FarCounts reserved, merged, halves[2];
  reserved.reserve(2);  // fewer columns than come
  for (std::size_t round = 0; round < 100; ++round) {
    const std::size_t column = round * 7 % 5;
    std::vector<double> values(512);
    for (double& value : values) {
      value = std::pow(10, decades(generator)) * (generator() % 2 == 0 ? 1 : -1);
      if (const std::int32_t reach = reach_of(scale, value); reach != 0) ++expected[column][reach];
    }
    reserved.add(column, values.data(), values.size(), scale);
    halves[round % 2].add(column, values.data(), values.size(), scale);
  }
  merged.merge(halves[1]);
  merged.merge(halves[0]);
  for (std::size_t column = 0; column < 6; ++column) {
    std::vector<FarBin> bins;
    for (const auto& [reach, count] : expected[column]) bins.push_back({reach, count});
    EXPECT_EQ(reserved.of(column), bins);
    EXPECT_EQ(merged.of(column), bins);
  }
  EXPECT_GT(expected[0].size(), 1000u);  // more than there was room for at first, over all columns
  reserved.clear();
  EXPECT_TRUE(reserved.of(0).empty());
}

}  // namespace
}  // namespace uor::tally
