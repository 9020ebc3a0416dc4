// What assessors find counts as the framework says: prompts (M071 of docs/framework.md), and the ratings
// characteristics.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/uor/model/today.hpp"
#include "tests/fields/rated.hpp"

namespace uor {
namespace {

constexpr std::uint64_t trials = 4096;

test::Rated judged(double grade) {
  trust::Trust trust = test::trust_named("medg");
  for (auto& [id, judgement] : trust.judged) judgement.value = grade;
  return test::rate(test::inputs_of(trust, trials));
}

TEST(Judgement, ThatEveryPromptIsInadequateLeavesGoodNotLikeliest) {
  const test::Rated rated = judged(1);
  EXPECT_GT(std::max(rated.share(1), rated.share(2)), rated.share(3));
}

TEST(Judgement, ThatEveryPromptIsOutstandingMakesOutstandingAboutAsLikelyAsGoodAYearAhead) {
  const test::Rated rated = judged(4);
  EXPECT_GE(rated.share(4), rated.share(3) - 0.03);
}

TEST(Judgement, ThatEveryPromptIsOutstandingMakesOutstandingAtLeastAsLikelyAsGoodToday) {
  trust::Trust trust = test::trust_named("medg");
  for (auto& [id, judgement] : trust.judged) judgement.value = 4;
  const test::Rated rated = test::rate(model::as_of_today(test::inputs_of(trust, trials)));
  EXPECT_GE(rated.share(4), rated.share(3));
}

TEST(Judgement, IsNeverBetterWhereItIsWorse) {
  double before = 0;
  for (const double grade : {1.0, 2.0, 3.0, 4.0}) {
    const double now = judged(grade).at_least(3);
    EXPECT_GT(now, before) << grade;
    before = now;
  }
}

/// They read this year's plan, of which the files of these trusts say nothing; or a quartile that stands at published
/// figures now, beyond those of the files.
const std::set<std::string> not_asked = {"inadequate_deficit_no_improvement", "inadequate_deficit_off_track",
                                         "inadequate_savings", "outstanding_turnover_and_sickness"};

/// Each characteristic of the rating holds in more than half of the trials.
void expect_mostly(const std::string& trust, const std::string& rating) {
  const test::Rated rated = test::rate(test::inputs_of(test::trust_named(trust), trials));
  const auto& rows = test::shipped_policy().rating.characteristics;
  for (std::size_t c = 0; c < rows.size(); ++c) {
    if (rows[c].rating != rating || not_asked.count(rows[c].id) > 0) continue;
    const double held = static_cast<double>(rated.side().characteristic_held[c]) / static_cast<double>(trials);
    EXPECT_GT(held, 0.5) << rows[c].id << " of " << trust;
  }
}

TEST(Characteristics, OfOutstandingMostlyHoldAtTheBestQuartileWithEveryPromptOutstanding) {
  expect_mostly("bestq", "outstanding");
}

TEST(Characteristics, OfInadequateMostlyHoldWhereEverythingIsWorst) { expect_mostly("worst", "inadequate"); }

TEST(Characteristics, OfStaffAndCorporateCostsDoNotMoveWithNationalPrices) {
  const trust::Trust trust = test::trust_named("bestq");
  model::Inputs inputs = test::inputs_of(trust, trials);
  scenario::Variant dearer;
  dearer.name = dearer.title = "dearer";
  scenario::Adjustment adjustment;
  adjustment.driver = "finance.national_price_shock";
  adjustment.operation = Operation::set;
  adjustment.value = 6.0;
  dearer.adjustments = {adjustment};
  inputs.scenario.variants = {dearer};
  const test::Rated rated = test::rate(inputs);
  const auto& rows = test::shipped_policy().rating.characteristics;
  for (std::size_t c = 0; c < rows.size(); ++c) {
    if (rows[c].id != "outstanding_staff_costs" && rows[c].id != "outstanding_corporate_services") continue;
    const auto at = [&](std::size_t side) { return static_cast<double>(rated.side(side).characteristic_held[c]); };
    EXPECT_NEAR(at(1), at(0), 0.02 * static_cast<double>(trials)) << rows[c].id;
  }
}

}  // namespace
}  // namespace uor
