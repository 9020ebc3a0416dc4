#include "core/uor/run/batch_odds.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/run/engine.hpp"
#include "core/uor/tally/replicates.hpp"
#include "tests/core/run/kept_run.hpp"
#include "tests/core/small_model.hpp"

namespace uor::run {
namespace {

policy::Limiter limiter(const char* id, double above, std::optional<int> best, std::optional<int> worst,
                        double probability) {
  policy::Limiter row;
  row.id = row.title = id;
  row.best = best;
  row.worst = worst;
  row.probability = probability;
  row.conditions = {{"metric.load", policy::Condition::Compare::greater, above}};
  return row;
}

/// The small model with judgement, limiters of both kinds, and what CQC makes of a proposal; three sides.
model::Inputs judged_inputs(std::uint64_t trials = 16384) {
  model::Inputs inputs = test::small_inputs(trials);
  inputs.trusts.resize(1);
  policy::Rating& rating = inputs.policy.rating;
  rating.judgement_sd = 0.4;
  rating.limiters = {limiter("busy", 50, 2, {}, 0.3), limiter("full", 58, 3, {}, 0.7), limiter("kept", 54, {}, 2, 0.5)};
  rating.agreed.lowered = 0.1;
  rating.agreed.raised = 0.05;
  inputs.scenario.variants = {test::small_variant("less", "small.level", Operation::add, -4),
                              test::small_variant("harsh", "rating.judgement", Operation::add, -0.2),
                              test::small_variant("lucky", "limiter.busy", Operation::multiply, 0.9)};
  inputs.scenario.variants[1].adjustments.push_back(
      test::small_variant("", "rating.judgement", Operation::multiply, 1.5).adjustments[0]);
  return inputs;
}

std::vector<tally::SideSummary> sides_of(model::Inputs inputs) {
  test::KeptRun run;
  test::KeepingSink sink(run);
  return Engine(std::move(inputs)).run(sink).front().sides;
}

/// Within 4 standard errors of the count.
void expect_near(double odds, std::uint64_t count, double trials) {
  const double spread = std::max(odds * (1 - odds), 1 / trials);
  EXPECT_NEAR(odds, static_cast<double>(count) / trials, 4 * std::sqrt(spread / trials));
}

TEST(BatchOdds, AgreeWithCountedGradesOnEverySideInEveryMonthAndCell) {
  const double trials = 16384;
  const std::vector<tally::SideSummary> sides = sides_of(judged_inputs());
  for (const tally::SideSummary& side : sides) {
    ASSERT_TRUE(side.conditional);
    const tally::ConditionalOdds& odds = *side.conditional;
    for (std::size_t grade = 0; grade < 4; ++grade) {
      expect_near(odds.rating[grade].value, side.rating[grade], trials);
      EXPECT_LT(odds.rating[grade].standard_error, 0.8 * std::sqrt(odds.rating[grade].value / trials));
      for (std::size_t month = 0; month < 12; ++month)
        expect_near(odds.by_month[month][grade].value, side.rating_by_month[month][grade], trials);
      for (std::size_t to = 0; to < 4; ++to) expect_near(odds.from_to[grade][to], side.migration[grade][to], trials);
    }
    EXPECT_EQ(odds.by_month[11][2].value, odds.rating[2].value);
  }
}

TEST(BatchOdds, OfAPairHaveTheOddsOfBothAsMargins) {
  const std::vector<tally::SideSummary> sides = sides_of(judged_inputs(512));
  for (const tally::SideSummary& side : sides) {
    for (std::size_t grade = 0; grade < 4; ++grade) {
      double row = 0, column = 0;
      for (std::size_t other = 0; other < 4; ++other) {
        row += side.conditional->from_to[grade][other];
        column += side.conditional->from_to[other][grade];
      }
      EXPECT_NEAR(row, sides[0].conditional->rating[grade].value, 1e-12);
      EXPECT_NEAR(column, side.conditional->rating[grade].value, 1e-12);
    }
  }
}

TEST(BatchOdds, AreTheSameBitsForAnyBatchesAndThreads) {
  const std::vector<tally::SideSummary> one = sides_of(judged_inputs(2048));
  model::Inputs inputs = judged_inputs(2048);
  inputs.batch_trials = 256;
  inputs.threads = 3;
  const std::vector<tally::SideSummary> other = sides_of(std::move(inputs));
  for (std::size_t side = 0; side < one.size(); ++side) {
    const tally::ConditionalOdds &a = *one[side].conditional, &b = *other[side].conditional;
    EXPECT_EQ(a.from_to, b.from_to);
    for (std::size_t grade = 0; grade < 4; ++grade) {
      EXPECT_EQ(a.rating[grade].value, b.rating[grade].value);
      EXPECT_EQ(a.change[grade].standard_error, b.change[grade].standard_error);
      EXPECT_EQ(a.by_month[4][grade].standard_error, b.by_month[4][grade].standard_error);
    }
  }
}

TEST(BatchOdds, OfSpreadPointsHaveTheErrorOfTheirReplicates) {
  model::Inputs inputs = judged_inputs(whole_trials);
  inputs.scenario.run.points = Points::sobol;
  inputs.batch_trials = 256;
  const std::vector<tally::SideSummary> sides = sides_of(std::move(inputs));
  const tally::Estimate& good = sides[0].conditional->good_or_better;
  EXPECT_GT(good.standard_error, 0);
  EXPECT_LT(good.standard_error, 0.5 * std::sqrt(good.value * (1 - good.value) / whole_trials));
}

TEST(BatchOdds, CombineWithQualityRatingsThatAreGiven) {
  model::Inputs inputs = judged_inputs();
  EXPECT_FALSE(sides_of(inputs)[0].conditional->combined);  // drawn
  for (const char* question : {"safe", "effective", "caring", "responsive", "well_led"})
    inputs.trusts[0].reported[std::string("quality_") + question].value = question[0] == 's' ? 2 : 3;
  for (const tally::SideSummary& side : sides_of(inputs)) {
    ASSERT_TRUE(side.conditional->combined);
    for (std::size_t grade = 0; grade < 4; ++grade)
      expect_near((*side.conditional->combined)[grade].value, side.combined[grade], 16384);
  }
}

TEST(BatchOdds, AreLeftToCountingWhereJudgementIsDrawnByASide) {
  model::Inputs inputs = judged_inputs(256);
  scenario::Vary vary;
  vary.driver = "rating.judgement";
  vary.distribution = {Shape::normal, {0.0, 0.3}, {}, {}};
  inputs.scenario.variants[0].varies = {vary};
  for (const tally::SideSummary& side : sides_of(inputs)) EXPECT_FALSE(side.conditional);
}

}  // namespace
}  // namespace uor::run
