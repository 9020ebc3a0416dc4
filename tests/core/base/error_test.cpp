#include "core/uor/base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace uor {
namespace {

TEST(Error, SaysFileLineAndColumnBeforeTheMessage) {
  const Error error(Where{"scenarios/x.toml", 12, 9}, "unknown driver 'a'");
  EXPECT_STREQ(error.what(), "scenarios/x.toml:12:9: unknown driver 'a'");
}

TEST(Error, LeavesOutWhatIsUnknownOfThePlace) {
  EXPECT_STREQ(Error(Where{"x.toml", 12, 0}, "bad").what(), "x.toml:12: bad");
  EXPECT_STREQ(Error(Where{"x.toml", 0, 0}, "bad").what(), "x.toml: bad");
  EXPECT_STREQ(Error(Where{}, "bad").what(), "bad");
  EXPECT_STREQ(Error("bad").what(), "bad");
}

TEST(Error, IsTheInputsFaultUnlessSaidOtherwise) {
  EXPECT_EQ(Error("bad").fault(), Fault::input);
  EXPECT_EQ(Error("disk full", Fault::run).fault(), Fault::run);
}

TEST(NearestName, FindsASlipOfTheKeys) {
  const std::vector<std::string> names = {"clinical.dna_rate", "clinical.beds", "people.sickness"};
  EXPECT_EQ(nearest_name("clinical.dna_rat", names), "clinical.dna_rate");
  EXPECT_EQ(nearest_name("people.sicknes", names), "people.sickness");
}

TEST(NearestName, CapitalsAndTheNameOfThePluginMatterLittle) {
  EXPECT_EQ(nearest_name("rf4", {"RA4", "RF4"}), "RF4");
  EXPECT_EQ(nearest_name("RF4", {"rf4", "RF4"}), "RF4");
  EXPECT_EQ(nearest_name("dna_rate", {"dna_rata_x", "clinical.dna_rate"}), "clinical.dna_rate");
  EXPECT_EQ(nearest_name("dna_rat", {"people.retention_rate", "clinical.dna_rate"}), "clinical.dna_rate");
}

TEST(NearestName, TakesTheFirstOfTwoThatAreEquallyNear) { EXPECT_EQ(nearest_name("bat", {"cat", "rat"}), "cat"); }

TEST(NearestName, IsEmptyWhenNoneIsNear) {
  EXPECT_EQ(nearest_name("zzzzzz", {"clinical.dna_rate"}), "");
  EXPECT_EQ(nearest_name("a", {}), "");
}

TEST(DidYouMean, AsksOnlyWhenANameIsNear) {
  EXPECT_EQ(did_you_mean("norml", {"normal", "pert"}), " Did you mean 'normal'?");
  EXPECT_EQ(did_you_mean("zzzzzz", {"normal", "pert"}), "");
}

}  // namespace
}  // namespace uor
