// No single metric decides: what one condition, but heavy interim support, can do to the odds of good or better (M033
// of docs/framework.md).
#include <gtest/gtest.h>

#include "core/uor/scenario/scenario.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

constexpr double most_points = 0.15;
constexpr const char* exception = "heavy_interim_support";
constexpr std::uint64_t trials = 8192;

scenario::Variant set(const std::string& name, const std::string& driver, double value) {
  scenario::Variant variant;
  variant.name = variant.title = name;
  scenario::Adjustment adjustment;
  adjustment.driver = driver;
  adjustment.operation = Operation::set;
  adjustment.value = value;
  variant.adjustments = {adjustment};
  return variant;
}

/// Every limiter below good holds always or never; `of` names the one that is asked about.
double cost_of(const std::string& of, const test::Rated& with, const test::Rated& without) {
  const double cost = without.at_least(3) - with.at_least(3);
  EXPECT_GE(cost, -1e-9) << of;
  return cost;
}

TEST(Limiters, ThatAssessorsMayBreakAreBoundedInThePolicyButForInterimSupport) {
  for (const policy::Limiter& limiter : test::shipped_policy().rating.limiters) {
    const bool below_good = limiter.best && *limiter.best < 3;
    if (!below_good || limiter.id == exception || limiter.probability >= 1) continue;
    EXPECT_LE(limiter.most, most_points) << limiter.id;
    EXPECT_LE(limiter.probability, limiter.most) << limiter.id;
  }
}

TEST(Limiters, EachMovesATrustAtTheMedianByFifteenPointsAtMostWhereItsConditionHolds) {
  const trust::Trust trust = test::trust_named("medg");
  for (std::size_t l = 0; l < test::shipped_policy().rating.limiters.size(); ++l) {
    model::Inputs with = test::inputs_of(trust, trials), without = with;
    policy::Limiter& limiter = with.policy.rating.limiters[l];
    if (limiter.probability >= 1 || limiter.id == exception) continue;
    limiter.conditions = {{"metric.dna_rate", policy::Condition::Compare::greater, 0.0}};  // holds in every trial
    without.policy.rating.limiters[l] = limiter;
    without.policy.rating.limiters[l].probability = 0;
    EXPECT_LE(cost_of(limiter.id, test::rate(with), test::rate(without)), most_points) << limiter.id;
  }
}

TEST(Limiters, OfWeakFinanceTogetherMoveATrustOfWeakFinanceByFifteenPointsAtMost) {
  const trust::Trust trust = test::trust_named("medg");
  model::Inputs with = test::inputs_of(trust, trials);
  // Finance just below its bound, the rest at the median: the judged score of finance is far from 2 for this trust, so
  // the cut moves up by as much as its weighted score would fall.
  const double finance = test::rate(with, {"finance.score"}).mean.at("finance.score");
  const double lower = with.policy.rating.find_kloe("finance")->weight * (finance - 2.0);
  with.policy.rating.cut_requires_improvement += lower;
  with.policy.rating.cut_good += lower;
  with.policy.rating.cut_outstanding += lower;
  model::Inputs without = with;
  for (std::size_t l = 0; l < with.policy.rating.limiters.size(); ++l) {
    policy::Limiter& limiter = with.policy.rating.limiters[l];
    if (!limiter.id.starts_with("weak_finance")) continue;
    limiter.conditions = {{"metric.dna_rate", policy::Condition::Compare::greater, 0.0}};
    without.policy.rating.limiters[l].probability = 0;
  }
  EXPECT_LE(cost_of("weak finance", test::rate(with), test::rate(without)), most_points);
}

TEST(Limiters, AgencyJustOverHalfAboveItsCeilingMovesATrustAtTheMedianByFifteenPointsAtMost) {
  model::Inputs inputs = test::inputs_of(test::trust_named("medg"), trials);
  inputs.scenario.variants = {set("below", "finance.agency_held", 49.0), set("above", "finance.agency_held", 51.0)};
  const test::Rated rated = test::rate(inputs);
  const double below = rated.at_least(3, 1), above = rated.at_least(3, 2);
  EXPECT_LT(above, below);
  EXPECT_LE(below - above, most_points);
}

TEST(AgencyOverItsCeiling, IsNeverBetterTheFurtherItIs) {
  for (const char* name : {"medg", "RF4", "six_months"}) {
    model::Inputs inputs = test::inputs_of(test::trust_named(name), 2048);
    for (const double over : {10.0, 24.0, 26.0, 49.0, 51.0, 80.0}) {
      inputs.scenario.variants.push_back(
          set("over_" + std::to_string(static_cast<int>(over)), "people.agency_over_ceiling", over));
    }
    const test::Rated rated = test::rate(inputs);
    for (std::size_t side = 2; side < rated.summary.sides.size(); ++side) {
      EXPECT_LE(rated.at_least(3, side), rated.at_least(3, side - 1)) << name << ", level " << side;
      EXPECT_LE(rated.side(side).expected_score, rated.side(side - 1).expected_score) << name << ", level " << side;
    }
  }
}

}  // namespace
}  // namespace uor
