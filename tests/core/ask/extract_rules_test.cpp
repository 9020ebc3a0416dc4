#include "core/uor/ask/extract_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor::ask {
namespace {

TEST(ExtractRules, ThoseThatShipAreRead) {
  const ExtractRules rules = read_extract_rules(UOR_SOURCE_DIR "/policies/extract.toml");
  EXPECT_GE(rules.quartiles_from, 4U);
  EXPECT_GE(rules.peers_from, 2U);
}

TEST(ExtractRules, TooFewForQuartilesAreRefused) {
  const test::TemporaryFile file(
      "schema = 1\n[quartiles]\nfewest_trusts = 1\nstanding = \"assumed\"\nsource = \"x\"\n[peers]\nfewest_trusts = 5\n"
      "standing = \"assumed\"\nsource = \"x\"\n",
      ".toml");
  EXPECT_THAT(test::message_of([&] { read_extract_rules(file.path()); }), testing::HasSubstr("fewest_trusts"));
}

}  // namespace
}  // namespace uor::ask
