#include "core/uor/analyse/compare.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::analyse {
namespace {

constexpr tally::Migration pairs = {{{100, 0, 0, 0}, {0, 500, 100, 0}, {0, 0, 300, 0}, {0, 0, 0, 0}}};

Quantity quantity(const char* id, Kind kind, int polarity) {
  Quantity q{};
  q.id = id;
  q.kind = kind;
  q.polarity = polarity;
  return q;
}

// One trust, one month, 1,000 trials. Each side is the baseline (means 10, sd 2) with changes added to two metrics and
// the finance score.
struct Case {
  model::Header header;
  tally::Summary summary;

  Case() {
    header.months = header.assessment_month = 1;
    header.summarised = {quantity("metric.wait", Kind::metric, -1), quantity("metric.cash", Kind::metric, 1),
                         quantity("finance.score", Kind::score, 1)};
    header.metrics = {header.summarised[0], header.summarised[1]};
    header.kloes = {"people", "finance"};
    header.limiters = {"cap"};
    header.characteristics = {"surplus"};
    summary.trials = 1000;
    side(0, 0, 0);
  }

  void side(double wait, double cash, double standard_error) {
    tally::SideSummary side;
    side.moments.assign(3, {});
    for (auto& moments : side.moments) {
      moments.mean = 10;
      moments.sd = 2;
    }
    side.moments[0].mean += wait;
    side.moments[1].mean += cash;
    side.moments[2].mean -= wait;
    side.benchmarks.assign(2, {9, 10, 11, 10});
    side.mean_change = {wait, cash, -wait};
    side.mean_change_se = {standard_error, cash == 0 ? 0 : standard_error, standard_error};
    side.expected_score = 2.5 + cash / 10;
    side.expected_score_change = cash / 10;
    side.expected_score_change_se = standard_error / 10;
    side.kloe = {{}, {200, 300, 500, 0}};
    side.limiter_fired = {100};
    side.characteristic_held = {400};
    summary.sides.push_back(side);
  }

  SideOf of(std::size_t side) const { return {header, summary, side}; }
};

Comparison compared(const SideOf& from, const SideOf& to, const PairedMeans& kept = {}) {
  return compare(from, to, pairs, pairs, kept);
}

TEST(Compare, TakesTheStoredPairedErrorAgainstItsOwnBaseline) {
  Case run;
  run.side(-1, 0.5, 0.01);
  const Comparison c = compared(run.of(0), run.of(1));
  EXPECT_TRUE(c.same_baseline);
  EXPECT_DOUBLE_EQ(c.expected_score.change, 0.05);
  EXPECT_DOUBLE_EQ(c.expected_score.standard_error, 0.001);
  EXPECT_EQ(c.expected_score.basis, Basis::paired);
  ASSERT_EQ(c.metrics.size(), 2U);
  EXPECT_EQ(c.metrics[0].quantity->id, "metric.wait");  // half a national spread, against a quarter
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.change, -1);
  EXPECT_DOUBLE_EQ(c.metrics[0].standardised, -0.5);
  EXPECT_EQ(c.metrics[0].better, 1);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.standard_error, 0.01);
}

TEST(Compare, BackwardsIsTheSameChangeTurnedRound) {
  Case run;
  run.side(-1, 0.5, 0.01);
  const Comparison c = compared(run.of(1), run.of(0));
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.change, 1);
  EXPECT_EQ(c.metrics[0].better, -1);
  EXPECT_EQ(c.metrics[0].mean.basis, Basis::paired);
}

TEST(Compare, BoundsTheErrorBetweenTwoSidesOfOneBaseline) {
  Case one, other;
  one.side(-1, 0.5, 0.01);
  other.side(-3, 0.5, 0.02);
  const Comparison c = compared(one.of(1), other.of(1));
  EXPECT_TRUE(c.same_baseline);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.change, -2);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.standard_error, 0.03);
  EXPECT_EQ(c.metrics[0].mean.basis, Basis::bound);
}

TEST(Compare, PrefersTheErrorOfKeptTrials) {
  Case one, other;
  one.side(-1, 0, 0.01);
  other.side(-3, 0, 0.02);
  const Comparison c = compared(one.of(1), other.of(1), {{"metric.wait", {-2, 0.004}}});
  ASSERT_EQ(c.metrics.size(), 1U);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.standard_error, 0.004);
  EXPECT_EQ(c.metrics[0].mean.basis, Basis::paired);
}

TEST(Compare, LeavesOutMetricsThatDidNotMove) {
  Case one, other;
  one.side(-1, 0.5, 0.01);
  other.side(-1, 0.5, 0.01);
  const Comparison c = compared(one.of(1), other.of(1));
  EXPECT_TRUE(c.metrics.empty());
  EXPECT_EQ(c.kloes[0].kloe, "finance");  // equals by name
  EXPECT_EQ(c.kloes[1].kloe, "people");
  EXPECT_EQ(c.kloes[0].score.mean.standard_error, 0);
  EXPECT_EQ(c.kloes[0].below_good.standard_error, 0);
}

TEST(Compare, TreatsMeansOfOtherBaselinesAsIndependent) {
  Case one, other;
  other.summary.sides[0].moments[0].mean = 11;
  const Comparison c = compared(one.of(0), other.of(0));
  EXPECT_FALSE(c.same_baseline);
  ASSERT_EQ(c.metrics.size(), 1U);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.change, 1);
  EXPECT_DOUBLE_EQ(c.metrics[0].mean.standard_error, std::sqrt(8.0 / 1000));
  EXPECT_EQ(c.metrics[0].mean.basis, Basis::independent);
  EXPECT_EQ(c.expected_score.basis, Basis::unknown);
  EXPECT_TRUE(std::isnan(c.expected_score.standard_error));
  one.summary.sides[0].expected_score_sd = other.summary.sides[0].expected_score_sd = 0.5;
  const Comparison known = compared(one.of(0), other.of(0));
  EXPECT_EQ(known.expected_score.basis, Basis::independent);
  EXPECT_DOUBLE_EQ(known.expected_score.standard_error, std::sqrt(0.5 / 1000));
}

TEST(Compare, RanksKeyLinesByTheirScoresAndKeepsThoseWithout) {
  Case run;
  run.side(-1, 0, 0.01);
  const Comparison c = compared(run.of(0), run.of(1));
  ASSERT_EQ(c.kloes.size(), 2U);
  EXPECT_EQ(c.kloes[0].kloe, "finance");
  EXPECT_DOUBLE_EQ(c.kloes[0].score.mean.change, 1);
  EXPECT_DOUBLE_EQ(c.kloes[0].below_good.from, 0.5);
  EXPECT_EQ(c.kloes[1].score.quantity, nullptr);
}

TEST(Compare, BoundsSharesOfWhichOnlyCountsAreKnown) {
  Case run;
  run.side(0, 0, 0);
  run.summary.sides[1].limiter_fired = {300};
  const Comparison c = compared(run.of(0), run.of(1));
  ASSERT_EQ(c.holdings.size(), 1U);
  EXPECT_TRUE(c.holdings[0].limiter);
  EXPECT_DOUBLE_EQ(c.holdings[0].share.change, 0.2);
  EXPECT_DOUBLE_EQ(c.holdings[0].share.standard_error, std::sqrt((0.4 - 0.04) / 1000));
  EXPECT_EQ(c.holdings[0].share.basis, Basis::bound);
}

}  // namespace
}  // namespace uor::analyse
