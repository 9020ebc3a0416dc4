#include "core/uor/sdk/score.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using namespace uor::sdk;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr National rate = {6.0, 7.0, 9.0};  // quartiles and median of a rate

TEST(NationalScore, TheMedianIsHalfwayBetweenRequiresImprovementAndGood) {
  EXPECT_EQ(national_score(7.0, rate, -1.0), 2.5);
  EXPECT_EQ(national_score(7.0, rate, 1.0), 2.5);
}

TEST(NationalScore, QuartilesAreThreeQuartersOfAPointAwayOnTheirSide) {
  EXPECT_DOUBLE_EQ(national_score(6.0, rate, -1.0), 3.25);
  EXPECT_DOUBLE_EQ(national_score(9.0, rate, -1.0), 1.75);
  EXPECT_DOUBLE_EQ(national_score(6.0, rate, 1.0), 1.75);
  EXPECT_DOUBLE_EQ(national_score(9.0, rate, 1.0), 3.25);
  EXPECT_DOUBLE_EQ(national_score(8.0, rate, -1.0), 2.125);  // half of the way to the upper quartile
}

TEST(NationalScore, StaysInsideTheScale) {
  EXPECT_EQ(national_score(-100.0, rate, -1.0), 4.0);
  EXPECT_EQ(national_score(100.0, rate, -1.0), 1.0);
}

TEST(NationalScore, QuartilesThatFallTogetherGiveTheLimitsAndTheMiddle) {
  EXPECT_EQ(national_score(5.0, {5.0, 5.0, 5.0}, 1.0), 2.5);
  EXPECT_EQ(national_score(5.1, {5.0, 5.0, 5.0}, 1.0), 4.0);
  EXPECT_EQ(national_score(4.9, {5.0, 5.0, 5.0}, 1.0), 1.0);
}

TEST(MetricScore, IsTheWeightedMeanOfItsThreeParts) {
  // National 3.25; peers: 1 better by 1/1.5 of the half range, 2.5 + 0.75 * 2/3 = 3; change: none, 2.5.
  const double score = metric_score(6.0, rate, 7.0, 6.0, -1.0, {0.5, 0.3, 0.2}, {0.75, 0.75});
  EXPECT_DOUBLE_EQ(score, 0.5 * 3.25 + 0.3 * 3.0 + 0.2 * 2.5);
}

TEST(MetricScore, WeightsNeedNotAddUpToOne) {
  const double once = metric_score(6.0, rate, 7.0, 8.0, -1.0, {0.5, 0.3, 0.2}, {0.75, 0.5});
  const double twice = metric_score(6.0, rate, 7.0, 8.0, -1.0, {1.0, 0.6, 0.4}, {0.75, 0.5});
  EXPECT_DOUBLE_EQ(once, twice);
}

TEST(MetricScore, APartThatIsNotKnownIsLeftOut) {
  const Weights weights = {0.5, 0.3, 0.2};
  EXPECT_DOUBLE_EQ(metric_score(6.0, rate, nan, nan, -1.0, weights, {0.75, 0.75}), 3.25);
  EXPECT_DOUBLE_EQ(metric_score(6.0, rate, nan, 6.0, -1.0, weights, {0.75, 0.75}), (0.5 * 3.25 + 0.2 * 2.5) / 0.7);
  EXPECT_TRUE(std::isnan(metric_score(nan, rate, 7.0, 7.0, -1.0, weights, {0.75, 0.75})));
}

TEST(MetricScore, RisesWhenTheMetricImprovesWhicheverSideIsBetter) {
  const Weights weights = {0.5, 0.3, 0.2};
  for (double value = 5.0; value < 10.0; value += 0.25) {
    EXPECT_GE(metric_score(value, rate, 7.0, 7.5, -1.0, weights, {0.75, 0.5}),
              metric_score(value + 0.25, rate, 7.0, 7.5, -1.0, weights, {0.75, 0.5}));
    EXPECT_LE(metric_score(value, rate, 7.0, 7.5, 1.0, weights, {0.75, 0.5}),
              metric_score(value + 0.25, rate, 7.0, 7.5, 1.0, weights, {0.75, 0.5}));
  }
}

TEST(BandScore, EdgesAreHalfwayBetweenTheirBands) {
  for (double sign : {1.0, -1.0}) {  // edges that fall (higher is better) and edges that rise
    const auto at = [sign](double value) { return band_score(sign * value, sign * 1.0, 0.0, sign * -1.0); };
    EXPECT_DOUBLE_EQ(at(1.0), 3.5);
    EXPECT_DOUBLE_EQ(at(0.5), 3.0);
    EXPECT_DOUBLE_EQ(at(0.0), 2.5);
    EXPECT_DOUBLE_EQ(at(-1.0), 1.5);
  }
}

TEST(BandScore, GoesOnBeyondTheOuterEdgesToTheLimits) {
  EXPECT_DOUBLE_EQ(band_score(1.25, 1.0, 0.0, -1.0), 3.75);
  EXPECT_EQ(band_score(5.0, 1.0, 0.0, -1.0), 4.0);
  EXPECT_DOUBLE_EQ(band_score(-1.25, 1.0, 0.0, -1.0), 1.25);
  EXPECT_EQ(band_score(-5.0, 1.0, 0.0, -1.0), 1.0);
  EXPECT_TRUE(std::isnan(band_score(nan, 1.0, 0.0, -1.0)));
}

TEST(BandScore, EachSideHasItsOwnWidth) {
  EXPECT_DOUBLE_EQ(band_score(1.5, 2.5, 1.75, 1.25), 2.0);    // halfway from 1.75 to 1.25
  EXPECT_DOUBLE_EQ(band_score(2.125, 2.5, 1.75, 1.25), 3.0);  // halfway from 1.75 to 2.5
}

}  // namespace
