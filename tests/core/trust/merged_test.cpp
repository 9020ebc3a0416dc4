#include "core/uor/trust/merged.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uor::trust {
namespace {

using testing::HasSubstr;

const std::vector<Merged> merged = {{"RD3", "Poole", "R0D", "2020-10-01"},
                                    {"RDZ", "Bournemouth", "R0D", "2020-10-01"},
                                    {"RM2", "South Manchester", "R0A", "2017-10-01"}};

TEST(LoadedWords, ACodeThatIsGoneIsTakenAsTheTrustThatItWas) {
  EXPECT_THAT(loaded_words(merged, "RM2", {"RM2"}, {"R0A"}),
              AllOf(HasSubstr("South Manchester"), HasSubstr("2017-10-01"), HasSubstr("the trust that it was")));
}

TEST(LoadedWords, ATrustBesideWhatItBecamePartOfMayCountTwice) {
  EXPECT_THAT(loaded_words(merged, "RM2", {"R0A", "RM2"}, {"R0A"}), HasSubstr("twice"));
}

TEST(LoadedWords, ACodeThatIsNewSaysWhatItWasFormedOf) {
  EXPECT_THAT(loaded_words(merged, "R0D", {"R0D"}, {"RD3", "RDZ"}), HasSubstr("RD3 and RDZ"));
}

TEST(LoadedWords, ACodeThatShipsOrIsUnknownNeedsNoWords) {
  EXPECT_EQ(loaded_words(merged, "RD3", {"RD3"}, {"RD3", "RDZ"}), "");
  EXPECT_EQ(loaded_words(merged, "XYZ", {"XYZ"}, {"RD3"}), "");
}

}  // namespace
}  // namespace uor::trust
