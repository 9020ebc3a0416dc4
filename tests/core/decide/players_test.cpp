#include "core/uor/decide/players.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

scenario::Variant joined(std::vector<scenario::Variant> parts) {
  scenario::Variant made = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i)
    made.adjustments.insert(made.adjustments.end(), parts[i].adjustments.begin(), parts[i].adjustments.end());
  return made;
}

scenario::Variant add(const char* driver, double value) {
  return test::small_variant("side", driver, Operation::add, value);
}

TEST(Players, AreTheDriversThatSidesChangeOtherwise) {
  const scenario::Variant from = joined({add("a", 1), add("b", 2), add("c", 3)});
  const scenario::Variant to = joined({add("b", 2), add("c", 4), add("d", 5)});
  const std::vector<Player> players = players_between(from, to);
  ASSERT_EQ(players.size(), 3u);
  EXPECT_EQ(players[0].id, "c");
  EXPECT_EQ(players[1].id, "d");
  EXPECT_EQ(players[2].id, "a");
  EXPECT_TRUE(players_between(to, to).empty());
}

TEST(Players, NobodyIsTheOneSideAndAllAreTheOther) {
  const scenario::Variant from = joined({add("a", 1), add("b", 2)}), to = joined({add("b", 3), add("d", 5)});
  const std::vector<Player> players = players_between(from, to);
  EXPECT_TRUE(players_between(with_players(from, to, players, {false, false, false}), from).empty());
  EXPECT_TRUE(players_between(with_players(from, to, players, {true, true, true}), to).empty());
  const scenario::Variant some = with_players(from, to, players, {true, false, false});
  ASSERT_EQ(some.adjustments.size(), 2u);
  EXPECT_EQ(some.adjustments[1].value, 3);
}

TEST(Players, SchemesPlayTogether) {
  scenario::Variant from, to;
  to.schemes.resize(2);
  const std::vector<Player> players = players_between(from, to);
  ASSERT_EQ(players.size(), 1u);
  EXPECT_EQ(players[0].id, schemes_player);
  EXPECT_EQ(with_players(from, to, players, {true}).schemes.size(), 2u);
}

TEST(Players, MonthsMakeADifference) {
  scenario::Variant from = add("a", 1), to = add("a", 1);
  EXPECT_TRUE(players_between(from, to).empty());
  to.adjustments[0].from_month = 4;
  EXPECT_EQ(players_between(from, to).size(), 1u);
}

}  // namespace
}  // namespace uor::decide
