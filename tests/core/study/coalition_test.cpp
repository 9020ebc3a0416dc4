#include "core/uor/study/coalition.hpp"

#include <gtest/gtest.h>

#include <set>

namespace uor::study {
namespace {

TEST(Coalition, EachComesOnceAndOnePlayerChangesAtATime) {
  constexpr std::size_t players = most_exact_players;
  std::set<Coalition> seen = {coalition_at(0)};
  for (std::size_t step = 1; step < coalitions_of(players); ++step) {
    EXPECT_EQ(coalition_at(step) ^ coalition_at(step - 1), Coalition{1} << changed_at(step));
    seen.insert(coalition_at(step));
  }
  EXPECT_EQ(seen.size(), 4096u);
  EXPECT_EQ(*seen.rbegin(), 4095u);
}

TEST(Coalition, KnowsWhoTakesPart) {
  EXPECT_TRUE(takes_part(0b101, 2));
  EXPECT_FALSE(takes_part(0b101, 1));
  EXPECT_EQ(size_of(0b1011), 3u);
}

}  // namespace
}  // namespace uor::study
