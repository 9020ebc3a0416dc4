#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/core/base/message_of.hpp"
#include "tests/core/policy/small_policy.hpp"

namespace uor::policy {
namespace {

const std::string policies = std::string(UOR_SOURCE_DIR) + "/policies";

TEST(ShippedPolicy, IsWhole) {
  if (!std::filesystem::exists(policies + "/framework.toml")) GTEST_SKIP() << "no policies/framework.toml";
  const Policy policy = read_policy("framework", policies);
  EXPECT_EQ(policy.name, "framework");
  EXPECT_EQ(policy.metrics.size(), 22u);
  EXPECT_FALSE(policy.parameters.empty());
  EXPECT_FALSE(policy.profiles.empty());
  EXPECT_FALSE(policy.rating.limiters.empty());
}

TEST(ShippedPolicy, NamesTheScoreBesideItsPartsAndTheTypicalSchemes) {
  const Policy policy = read_policy("framework", policies);
  ASSERT_EQ(policy.shown.beside.size(), 1u);
  EXPECT_EQ(policy.shown.beside[0].parts.size(), 5u);
  EXPECT_EQ(policy.shown.beside[0].parts[1].title, "Liquidity");
  EXPECT_TRUE(policy.shown.is_part_beside("finance.score_ie_margin"));
  EXPECT_FALSE(policy.shown.is_part_beside("finance.score"));
  EXPECT_EQ(policy.shown.typical_schemes.size(), 8u);
}

TEST(ShippedPolicy, ReadsBackFromItsOwnText) {
  const Policy policy = read_policy("framework", policies);
  const Policy again = parse_policy(policy.text, "run.h5", policies);
  EXPECT_EQ(again.text, policy.text);
  EXPECT_EQ(again.metrics.size(), policy.metrics.size());
  EXPECT_EQ(again.sources.size(), policy.sources.size());
  ASSERT_EQ(again.rating.kloes.size(), policy.rating.kloes.size());
  EXPECT_EQ(again.rating.kloes.back().weight, policy.rating.kloes.back().weight);
  EXPECT_EQ(again.shown.trust_lines.size(), policy.shown.trust_lines.size());
  EXPECT_EQ(again.included.size(), policy.included.size());
}

TEST(ShippedPolicy, ATextThatDoesNotNameItsFilesIsRefused) {
  EXPECT_THAT(test::message_of([] { parse_policy("schema = 1", "run.h5", policies); }),
              testing::HasSubstr("# file: NAME"));
}

TEST(PolicySchema, KnowsTheSameTablesAndStandingsAsTheReader) {
  const auto schema =
      nlohmann::json::parse(test::file_text(std::string(UOR_SOURCE_DIR) + "/schema/policy.schema.json"));
  for (const auto& [key, value] : schema["properties"].items()) {
    const std::string message = test::policy_refusal("small.toml", "schema = 1", key + " = 1\nschema = 1");
    EXPECT_THAT(message, testing::Not(testing::HasSubstr("unknown key"))) << key;
  }
  for (const std::string name : schema["$defs"]["standing"]["enum"]) {
    EXPECT_TRUE(standing_named(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace uor::policy
