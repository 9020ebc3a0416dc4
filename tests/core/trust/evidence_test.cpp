// Evidence in a trust file: five classes, each with its text.
#include "core/uor/trust/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor::trust {
namespace {

using testing::HasSubstr;

std::vector<Evidence> read(const std::string& text) { return read_evidence(TomlTable::parse(text, "t.toml")); }
std::string refusal(const std::string& text) {
  return test::message_of([&] { read(text); });
}

TEST(Evidence, IsReadInItsFiveClasses) {
  const std::vector<Evidence> all = read(
      "[commentary]\nclinical = 'a'\n[context]\ndna_rate = 'b'\n"
      "[[intervention]]\nmetric = 'dna_rate'\ntext = 'c'\nbefore = 9\nafter = 7\ndate = '2018-06'\n"
      "[[additional]]\nmetric = 'x'\nkloe = 'people'\nbetter = 'high'\ntext = 'd'\nvalue = 92\nbenchmark = 85\n"
      "[[local_intelligence]]\nkloe = 'support'\ntext = 'e'\nfinding = 'good'\nsource = 'minutes'\n");
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0].about, "clinical");
  EXPECT_EQ(all[1].kind, Evidence::Kind::context);
  EXPECT_EQ(all[2].before.value() - all[2].after.value(), 2);
  EXPECT_EQ(all[2].date, "2018-06");
  EXPECT_EQ(all[3].polarity, 1);
  EXPECT_EQ(all[4].finding.value(), 3);
  EXPECT_TRUE(all[0] == all[0]);
  EXPECT_FALSE(all[0] == all[1]);
}

TEST(Evidence, IsRefusedAtItsPlaceWithoutTextOrWithWhatIsNoGrade) {
  EXPECT_THAT(refusal("[[intervention]]\nmetric = 'dna_rate'\n"), HasSubstr("intervention of 'dna_rate' has no text"));
  EXPECT_THAT(refusal("[[local_intelligence]]\nkloe = 'people'\ntext = 'x'\nfinding = 5\n"), HasSubstr("t.toml:4"));
  EXPECT_THAT(refusal("[[additional]]\nmetric = 'x'\ntext = 'x'\nvalue = 1\nbetter = 'up'\n"), HasSubstr("'up'"));
}

}  // namespace
}  // namespace uor::trust
