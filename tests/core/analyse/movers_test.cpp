#include "core/uor/analyse/movers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace uor::analyse {
namespace {

Quantity quantity(const char* id, Kind kind, int polarity) {
  Quantity q{};
  q.id = id;
  q.kind = kind;
  q.polarity = polarity;
  return q;
}

// Two months; the assessment month is the first. Changes are those of the first month.
struct Case {
  model::Header header;
  tally::Summary summary;

  Case() {
    header.months = 2;
    header.assessment_month = 1;
    summary.sides.resize(2);
  }
  /// A metric whose national quartiles lie `spread` apart, and a baseline that does not vary at all.
  void add(const Quantity& q, double spread, double change) {
    header.summarised.push_back(q);
    if (q.kind == Kind::metric) {
      header.metrics.push_back(q);
      for (auto& side : summary.sides) side.benchmarks.push_back({100, 100 + spread / 2, 100 + spread, 100});
    }
    tally::Moments moments;
    moments.mean = 7;
    const tally::Moments other = moments;
    for (auto& side : summary.sides) side.moments.insert(side.moments.end(), {moments, other});
    summary.sides[1].mean_change.insert(summary.sides[1].mean_change.end(), {change, 1000.0});
    summary.sides[1].mean_change_se.insert(summary.sides[1].mean_change_se.end(), {0.01, 0.01});
  }
};

TEST(BiggestMovers, AreOrderedByChangeInNationalSpreads) {
  Case c;
  c.add(quantity("metric.small", Kind::metric, -1), 2.0, 0.5);   // 0.25 spreads, worse
  c.add(quantity("metric.large", Kind::metric, -1), 0.5, -1.0);  // -2 spreads, better
  c.add(quantity("metric.middle", Kind::metric, 1), 1.0, 1.5);   // 1.5 spreads, better
  const auto movers = biggest_movers(c.header, c.summary, 1, 10);
  ASSERT_EQ(movers.size(), 3u);
  EXPECT_EQ(movers[0].quantity, 1u);
  EXPECT_DOUBLE_EQ(movers[0].standardised, -2);
  EXPECT_EQ(movers[0].better, 1);
  EXPECT_DOUBLE_EQ(movers[0].change.value, -1);
  EXPECT_DOUBLE_EQ(movers[0].change.standard_error, 0.01);
  EXPECT_DOUBLE_EQ(movers[0].baseline_mean, 7);
  EXPECT_EQ(movers[1].quantity, 2u);
  EXPECT_EQ(movers[1].better, 1);
  EXPECT_EQ(movers[2].better, -1);
}

TEST(BiggestMovers, LeaveOutWhatDidNotMoveAndWhatIsUnknown) {
  Case c;
  c.add(quantity("metric.still", Kind::metric, -1), 1.0, 0.0);
  c.add(quantity("metric.unknown", Kind::metric, -1), 1.0, std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(biggest_movers(c.header, c.summary, 1, 10).empty());
}

TEST(BiggestMovers, AreMetricsUnlessOtherKindsAreAskedFor) {
  Case c;
  c.add(quantity("finance.score", Kind::score, 1), 1.0, 0.5);
  EXPECT_TRUE(biggest_movers(c.header, c.summary, 1, 10).empty());
  EXPECT_EQ(biggest_movers(c.header, c.summary, 1, 10, {Kind::score, Kind::metric}).size(), 1u);
}

TEST(BiggestMovers, WithoutNationalFiguresAreSizedByTheLargerMeanAndTiesGoByTitle) {
  Case c;
  Quantity b = quantity("metric.b", Kind::metric, 0), a = quantity("metric.a", Kind::metric, 0);
  b.title = "Before";
  a.title = "After";
  c.add(b, 0.0, 7.0);
  c.add(a, 0.0, 7.0);
  const auto movers = biggest_movers(c.header, c.summary, 1, 10);
  ASSERT_EQ(movers.size(), 2u);
  EXPECT_EQ(movers[0].quantity, 1u);
  EXPECT_DOUBLE_EQ(movers[0].standardised, 0.5);
}

TEST(BiggestMovers, OfScoresAreSizedInGrades) {
  Case c;
  c.add(quantity("finance.score", Kind::score, 1), 1.0, -0.25);
  EXPECT_DOUBLE_EQ(biggest_movers(c.header, c.summary, 1, 10, {Kind::score})[0].standardised, -0.25);
}

TEST(BiggestMovers, LeaveOutWhatTheRoundingOfSumsLeaves) {
  Case c;
  c.add(quantity("metric.a", Kind::metric, 1), 1.0, 1e-16);
  c.summary.sides[1].mean_change_se = {1e-18, 0.01};
  EXPECT_TRUE(biggest_movers(c.header, c.summary, 1, 10).empty());
  c.summary.sides[1].mean_change_se = {0.01, 0.01};  // trials move, to both sides
  EXPECT_EQ(biggest_movers(c.header, c.summary, 1, 10).size(), 1u);
}

TEST(BiggestMovers, AreAtMostAsManyAsAskedForAndEqualsOfOneNameKeepTheirOrder) {
  Case c;
  for (const char* id : {"metric.a", "metric.b", "metric.c"}) c.add(quantity(id, Kind::metric, 1), 1.0, 1.0);
  const auto movers = biggest_movers(c.header, c.summary, 1, 2);
  ASSERT_EQ(movers.size(), 2u);
  EXPECT_EQ(movers[0].quantity, 0u);
  EXPECT_EQ(movers[1].quantity, 1u);
}

}  // namespace
}  // namespace uor::analyse
