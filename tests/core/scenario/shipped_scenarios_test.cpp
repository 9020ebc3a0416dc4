#include <gtest/gtest.h>

#include <filesystem>

#include "core/uor/scenario/scenario.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::scenario {
namespace {

TEST(ShippedScenarios, AllParseAndAreNamedAsTheirFile) {
  const std::filesystem::path folder = std::filesystem::path(UOR_SOURCE_DIR) / "scenarios";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no scenarios folder";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    const std::string path = entry.path().string();
    EXPECT_EQ(test::message_of([&] { EXPECT_EQ(read_scenario(path).name, entry.path().stem()); }),
              "nothing was refused");
  }
}

}  // namespace
}  // namespace uor::scenario
