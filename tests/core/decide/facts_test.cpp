#include "core/uor/decide/facts.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

model::Inputs with_beds(double beds) {
  model::Inputs inputs = test::small_inputs();
  inputs.trusts = {test::small_trust("A", beds)};
  return inputs;
}

TEST(Facts, AreThoseThatDiffer) {
  const model::Inputs from = with_beds(100);
  model::Inputs to = with_beds(120);
  EXPECT_EQ(facts_between(from, to), FactPlayers{"trust.beds"});
  EXPECT_TRUE(facts_between(from, from).empty());
  to.trusts.front().judged["a_prompt"].value = 3;
  to.trusts.front().policy_year = "2018/19";
  EXPECT_EQ(facts_between(from, to), (FactPlayers{"trust.beds", "judged.a_prompt", other_facts}));
}

TEST(Facts, ComeOverOneByOne) {
  const model::Inputs from = with_beds(100);
  model::Inputs to = with_beds(120);
  to.trusts.front().reported["more"].value = 1;
  const FactPlayers players = facts_between(from, to);
  ASSERT_EQ(players.size(), 2u);
  const auto known = [&](bool beds, bool more) {
    return with_facts(from, to, players, {beds, more}).trusts.front().reported;
  };
  EXPECT_EQ(known(true, false).at("beds").value, 120);
  EXPECT_FALSE(known(true, false).contains("more"));
  EXPECT_EQ(known(false, true).at("beds").value, 100);
  EXPECT_TRUE(facts_between(with_facts(from, to, players, {true, true}), to).empty());
}

}  // namespace
}  // namespace uor::decide
