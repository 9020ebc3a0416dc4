// A shorter stay of emergency spells never hurts, as a change of this year and as what the trust reports.
#include <gtest/gtest.h>

#include "tests/fields/rated.hpp"

namespace uor {
namespace {

constexpr std::uint64_t trials = 1024;
const std::vector<std::string> watched = {"clinical.score", "clinical.delayed_share", "clinical.occupancy"};

void expect_no_worse(const test::Rated& longer, std::size_t longer_side, const test::Rated& shorter,
                     std::size_t shorter_side, const std::string& of) {
  EXPECT_GE(shorter.side(shorter_side).expected_score, longer.side(longer_side).expected_score - 1e-9) << of;
  EXPECT_GE(shorter.at_least(3, shorter_side), longer.at_least(3, longer_side)) << of;
}

TEST(LengthOfStay, AShorterOneNeverHurtsAndALongerOneNeverHelps) {
  for (const char* name : {"RF4", "full", "six_months"}) {
    model::Inputs inputs = test::inputs_of(test::trust_named(name), trials);
    for (const double change : {-15.0, 15.0}) {
      scenario::Adjustment stay;
      stay.driver = "clinical.length_of_stay_change";
      stay.operation = Operation::set;
      stay.value = change;
      scenario::Variant variant;
      variant.name = variant.title = change < 0 ? "shorter" : "longer";
      variant.adjustments = {stay};
      inputs.scenario.variants.push_back(variant);
    }
    const test::Rated rated = test::rate(inputs, watched);
    expect_no_worse(rated, 0, rated, 1, std::string(name) + " shorter");
    expect_no_worse(rated, 2, rated, 0, std::string(name) + " longer");
  }
}

TEST(LengthOfStay, OfATrustThatReportsAShorterOneIsNeverWorse) {
  for (const char* name : {"RF4", "full", "six_months"}) {
    const auto with = [&](double days) {
      trust::Trust trust = test::trust_named(name);
      trust.reported["length_of_stay"] = {days, 0.0, {}};
      return test::rate(test::inputs_of(trust, trials), watched);
    };
    const test::Rated longer = with(4.95), shorter = with(4.05);
    EXPECT_GE(shorter.mean.at("clinical.score"), longer.mean.at("clinical.score") - 1e-9) << name;
    EXPECT_EQ(shorter.mean.at("clinical.delayed_share"), longer.mean.at("clinical.delayed_share")) << name;
  }
}

}  // namespace
}  // namespace uor
