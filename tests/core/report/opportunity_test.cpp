// What reaching others is worth: the gap times a unit's worth, nothing where one stands there or better.
#include "core/uor/report/opportunity.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

const analyse::Benchmark benchmark = {6.0, 7.0, 8.0, 6.5};

TEST(Opportunity, IsTheGapTimesWhatAUnitIsWorth) {
  const Worth low = worth_of(9.0, -1, benchmark, 0.5);
  EXPECT_DOUBLE_EQ(low.to_median.value(), 1.0);
  EXPECT_DOUBLE_EQ(low.to_better_quartile.value(), 1.5);
  EXPECT_DOUBLE_EQ(low.to_peers.value(), 1.25);
  EXPECT_DOUBLE_EQ(worth_of(5.0, 1, benchmark, 0.5).to_better_quartile.value(), 1.5);
}

TEST(Opportunity, IsNothingMoreWhereOneStandsThereOrBetter) {
  EXPECT_EQ(worth_of(7.0, -1, benchmark, 0.5).to_median.value(), 0);
  EXPECT_EQ(worth_of(5.0, -1, benchmark, 0.5).to_better_quartile.value(), 0);
}

TEST(Opportunity, IsNotKnownWithoutAWorthOrPeers) {
  EXPECT_FALSE(worth_of(9.0, -1, benchmark, std::nullopt).to_median);
  EXPECT_FALSE(worth_of(9.0, -1, {6.0, 7.0, 8.0, std::nullopt}, 0.5).to_peers);
  EXPECT_TRUE(json_of(worth_of(9.0, -1, benchmark, std::nullopt)).at("to_median").is_null());
}

/// Two months of 10 a month: 120 in a year.
class UnitWorth : public testing::Test {
 protected:
  UnitWorth() {
    summary.trials = 1;
    header.months = header.assessment_month = 2;
    header.sides = {"baseline"};
    Quantity quantity;
    quantity.id = "tests";
    header.summarised = {quantity};
    summary.sides.resize(1);
    summary.sides[0].moments.resize(2);
    for (tally::Moments& moments : summary.sides[0].moments) moments.mean = 10;
  }

  model::Header header;
  tally::Summary summary;
};

TEST_F(UnitWorth, IsOfAYearWhateverTheMonthsOfTheRun) {
  const View view{header, summary};
  EXPECT_DOUBLE_EQ(unit_worth({"m", "tests", "", 0.01, {}, ""}, view, 0, 5).value(), 1.2);
  EXPECT_DOUBLE_EQ(unit_worth({"m", "", "tests", 0, {}, ""}, view, 0, 5).value(), 24);
  EXPECT_FALSE(unit_worth({"m", "", "tests", 0, {}, ""}, view, 0, 0));
  EXPECT_FALSE(unit_worth({"m", "unknown", "", 0.01, {}, ""}, view, 0, 5));
}

}  // namespace
}  // namespace uor::report
