#include "core/uor/shard/unit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/base/message_of.hpp"

namespace uor::shard {
namespace {

using tally::chunk_trials;
constexpr std::uint64_t c = chunk_trials;

/// Trials of each trust that units cover, if they do it once and in order.
std::uint64_t covered(const std::vector<Unit>& units, std::size_t trust) {
  std::uint64_t next = 0;
  for (const Unit& unit : units) {
    if (trust < unit.trust || trust >= unit.trust + unit.trusts) continue;
    EXPECT_EQ(unit.first, next);
    next = unit.end();
  }
  return next;
}

TEST(Unit, CoversARunOnceInWholeChunks) {
  for (const Extent extent :
       {Extent{1, 1}, Extent{2, 150'000}, Extent{131, 20'000}, Extent{3, 100'000'000}, Extent{5, 3 * c, true}}) {
    const std::vector<Unit> units = units_of(extent);
    for (std::size_t trust = 0; trust < extent.trusts; ++trust) EXPECT_EQ(covered(units, trust), extent.trials);
    for (const Unit& unit : units) EXPECT_TRUE(unit.end() % c == 0 || unit.end() == extent.trials);
    EXPECT_LE(units.size(), 2 * 1024 + extent.trusts);
  }
}

TEST(Unit, SharesAreEqualToOneAndMakeUpTheRun) {
  const std::vector<Unit> units = units_of({7, 3 * c});
  for (const std::size_t n : {1u, 2u, 5u, 21u, 40u}) {
    std::vector<Unit> all;
    for (std::size_t k = 1; k <= n; ++k) {
      const std::vector<Unit> share = share_of(units, k, n);
      EXPECT_LE(share.size(), units.size() / n + 1);
      EXPECT_GE(share.size(), units.size() / n);
      all.insert(all.end(), share.begin(), share.end());
    }
    EXPECT_EQ(all, units);
  }
}

TEST(Unit, WhatIsMissingFillsTheGapsAlone) {
  const Extent extent = {2, 2 * c + 100};
  const std::vector<Unit> units = units_of(extent);
  ASSERT_EQ(units.size(), 6u);
  EXPECT_EQ(missing(extent, units), std::vector<Unit>());
  EXPECT_EQ(missing(extent, {units[5], units[0], units[2], units[3]}), (std::vector<Unit>{units[1], units[4]}));
  EXPECT_EQ(missing(extent, {{0, 1, 0, 2 * c + 100}}), (std::vector<Unit>{units[3], units[4], units[5]}));
}

TEST(Unit, OverlapsAndOtherRunsAreRefused) {
  const Extent extent = {2, 3 * c};
  const auto says = [&](std::vector<Unit> there) { return test::message_of([&] { missing(extent, there); }); };
  EXPECT_NE(says({{0, 1, 0, 2 * c}, {0, 1, c, c}}).find("two shards overlap"), std::string::npos);
  EXPECT_NE(says({{1, 1, 0, c}, {1, 1, 0, c}}).find("two shards overlap"), std::string::npos);
  for (const Unit& foreign : {Unit{2, 1, 0, c}, Unit{0, 1, 0, 4 * c}, Unit{0, 1, 100, c}, Unit{0, 1, 0, 100},
                              Unit{0, 2, 0, c}, Unit{0, 1, 0, 0}})
    EXPECT_NE(says({foreign}).find("it is of another run"), std::string::npos) << foreign.first;
}

}  // namespace
}  // namespace uor::shard
