#include "core/uor/scenario/action.hpp"

#include <gtest/gtest.h>

namespace uor::scenario {
namespace {

const std::string head = "schema = 1\nname = \"p\"\n";
const std::string rosters =
    "[[action]]\nname = \"rosters\"\nlever = \"a.b\"\nset = -20\nfrom_month = 6\nyearly_cost = 0.24\nowner = \"HR\"\n";
const std::string flow =
    "[[action]]\nname = \"flow\"\nlever = \"c.d\"\nas = \"add\"\ndistribution = {shape = \"normal\", mean = 1, sd = "
    "2}\n";

TEST(Action, WithoutLevelsAllActTogether) {
  const Scenario scenario = parse_scenario(head + rosters + flow, "p.toml");
  ASSERT_EQ(scenario.variants.size(), 1u);
  const Variant& variant = scenario.variants[0];
  ASSERT_EQ(variant.actions.size(), 2u);
  EXPECT_EQ(variant.adjustments[0].driver, "a.b");
  EXPECT_EQ(variant.adjustments[0].from_month, 6);
  EXPECT_EQ(variant.varies[0].driver, "c.d");
  EXPECT_EQ(variant.actions[0].owner, "HR");
  EXPECT_EQ(variant.actions[0].yearly_gbp_m, 0.24);
  EXPECT_FALSE(variant.actions[0].one_off_gbp_m);
  EXPECT_EQ(variant.actions[1].title, "flow");
}

TEST(Action, LevelsTakeWhatTheyName) {
  const Scenario scenario = parse_scenario(head + rosters + flow +
                                               "[[level]]\nname = \"one\"\nactions = [\"flow\"]\n"
                                               "[[level]]\nname = \"both\"\nactions = [\"flow\", \"rosters\"]\n",
                                           "p.toml");
  ASSERT_EQ(scenario.variants.size(), 2u);
  EXPECT_EQ(scenario.variants[0].actions.size(), 1u);
  EXPECT_TRUE(scenario.variants[0].adjustments.empty());
  EXPECT_EQ(scenario.variants[1].actions.size(), 2u);
}

void expect_refused(const std::string& text, const std::string& words) {
  try {
    parse_scenario(text, "p.toml");
    FAIL() << "no error: " << words;
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << error.what();
  }
}

TEST(Action, IsRefusedWhereItCouldNotBeMeant) {
  expect_refused(head + rosters + rosters, "two actions are named 'rosters'");
  expect_refused(head + rosters + flow + "[[level]]\nname = \"x\"\nactions = [\"flow\"]\n", "is in no level");
  expect_refused(head + rosters + "[[level]]\nname = \"x\"\nactions = [\"roster\"]\n", "Did you mean 'rosters'?");
  expect_refused(head + rosters + "distribution = {shape = \"constant\", value = 1}\n", "set");
}

}  // namespace
}  // namespace uor::scenario
