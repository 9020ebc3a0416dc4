#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/uor/base/distribution.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::scenario {
namespace {

using nlohmann::json;

json schema() { return json::parse(std::ifstream(std::string(UOR_SOURCE_DIR) + "/schema/scenario.schema.json")); }

/// Whether the reader knows `key`: any other complaint, or none, is fine.
bool reader_knows(const std::string& text, const std::string& key) {
  const std::string message = test::message_of([&] { parse_scenario(text, "s.toml"); });
  return message.find("unknown key '" + key + "'") == std::string::npos;
}

TEST(ScenarioSchema, KnowsTheSameKeysAsTheReader) {
  const json root = schema();
  const std::string head = "schema = 1\nname = \"s\"\n";
  for (const auto& [key, value] : root["properties"].items()) EXPECT_TRUE(reader_knows(key + " = 1\n" + head, key));
  for (const auto& [key, value] : root["properties"]["run"]["properties"].items()) {
    EXPECT_TRUE(reader_knows(head + "[run]\n" + key + " = {}\n", key)) << key;
  }
  for (const std::string table : {"change", "correlate", "level", "scheme"}) {
    for (const auto& [key, value] : root["$defs"][table]["properties"].items()) {
      EXPECT_TRUE(reader_knows(head + "[[" + table + "]]\n" + key + " = {}\n", key)) << table << " " << key;
    }
  }
  EXPECT_FALSE(reader_knows(head + "[run]\nmonts = 1\n", "monts"));
}

TEST(ScenarioSchema, NamesEveryShape) {
  const std::vector<std::string> shapes = schema()["$defs"]["distribution"]["oneOf"][0]["enum"];
  EXPECT_EQ(shapes, shape_names());
}

}  // namespace
}  // namespace uor::scenario
