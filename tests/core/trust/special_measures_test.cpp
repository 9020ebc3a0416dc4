#include "core/uor/trust/special_measures.hpp"

#include <gtest/gtest.h>

#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

InMeasures on(const char* code, const Date& date) {
  static const SpecialMeasures measures(test::data_folder + "/special_measures.csv");
  return measures.on(code, date);
}

TEST(SpecialMeasures, HoldFromEntryToExit) {
  EXPECT_EQ(on("RJ6", {2016, 7, 20}), InMeasures::not_named);
  EXPECT_EQ(on("RJ6", {2016, 7, 21}), InMeasures::yes);
  EXPECT_EQ(on("RJ6", {2017, 1, 31}), InMeasures::yes);
  EXPECT_EQ(on("RJ6", {2017, 2, 1}), InMeasures::no);
}

TEST(SpecialMeasures, AreNotKnownAYearAfterEntryWhereNoExitWasFound) {
  EXPECT_EQ(on("RF4", {2018, 6, 26}), InMeasures::yes);
  EXPECT_EQ(on("RF4", {2019, 1, 31}), InMeasures::yes);
  EXPECT_EQ(on("RF4", {2019, 2, 1}), InMeasures::not_known);
}

TEST(SpecialMeasures, OfATrustThatIsNotListedNothingIsSaid) {
  EXPECT_EQ(on("RTH", {2019, 2, 1}), InMeasures::not_named);
}

}  // namespace
}  // namespace uor::trust
