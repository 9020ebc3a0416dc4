#include "core/uor/analyse/limits.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace uor::analyse {
namespace {

policy::Limiter limiter(const std::string& id, std::optional<int> best, std::optional<int> worst) {
  policy::Limiter row;
  row.id = id;
  row.best = best;
  row.worst = worst;
  row.conditions = {{"metric.x", policy::Condition::Compare::less, 1.0}};
  return row;
}

policy::Rating rating() {
  policy::Rating rating;
  rating.cut_requires_improvement = 1.8;
  rating.cut_good = 2.4;
  rating.cut_outstanding = 3.1;
  rating.limiters = {limiter("to_good", 3, {}), limiter("to_ri", 2, {}), limiter("at_least_ri", {}, 2)};
  return rating;
}

TEST(Limits, AConditionOnAnUnknownQuantityDoesNotHold) {
  const policy::Condition below = rating().limiters[0].conditions[0];
  EXPECT_TRUE(holds(below, 0.5));
  EXPECT_FALSE(holds(below, std::nan("")));
}

TEST(Limits, ALineThatSlopesIsDrawnTowardsLeniency) {
  using Compare = policy::Condition::Compare;
  policy::Condition below{"metric.x", Compare::less, 1.0}, above{"metric.x", Compare::greater, 1.0};
  below.slope = above.slope = 0.5;
  EXPECT_EQ(line_at(below, 1), 0.5);
  EXPECT_EQ(line_at(above, 1), 1.5);
  EXPECT_FALSE(holds(below, 0.8, 1));
  EXPECT_TRUE(holds(below, 0.8, 0));
  EXPECT_FALSE(holds(above, 1.2, 1));
  EXPECT_TRUE(holds(above, 0.8, -1));
}

TEST(Limits, ReadsTheLineOfARowThatSlopes) {
  policy::Rating rows = rating();
  EXPECT_EQ(line_of(rows.limiters[0]), "");
  rows.limiters[0].conditions[0].slope = 0.1;
  EXPECT_EQ(limiter_reads(rows)[2], "limiter_line.to_good");
}

TEST(Limits, ReadsEachQuantityOnceAndEachChance) {
  EXPECT_EQ(limiter_reads(rating()),
            (std::vector<std::string>{"metric.x", "limiter.to_good", "limiter.to_ri", "limiter.at_least_ri"}));
}

TEST(Limits, CountsTheRatingWithAndWithoutEach) {
  const policy::Rating rows = rating();
  Limits limits(rows);
  limits.note({true, true, false});
  limits.note({true, false, false});
  limits.count(3.5, {true, true, false});  // outstanding, held at requires improvement
  limits.count(3.5, {true, false, false});
  limits.count(2.5, {false, false, false});
  limits.count(2.5, {false, false, false});
  EXPECT_EQ(limits.fired(0), 2u);
  EXPECT_EQ(limits.rating(), (Shares4{0, 0.25, 0.75, 0}));
  EXPECT_EQ(limits.without(0), (Shares4{0, 0.25, 0.5, 0.25}));
  EXPECT_EQ(limits.without(1), (Shares4{0, 0, 1, 0}));
  EXPECT_EQ(limits.without(2), limits.rating());
  EXPECT_EQ(limits.without_any(), (Shares4{0, 0, 0.5, 0.5}));
}

TEST(Limits, InClosedFormAreTheOddsWithoutTheirRows) {
  policy::Rating rows = rating();
  rows.judgement_sd = 0.5;
  rows.limiters[1].probability = 0.4;
  Limits limits(rows);
  limits.add(std::vector{2.4, 2.4}, std::vector<std::uint64_t>{0b010, 0b000});  // the middle of judgement is at good
  EXPECT_NEAR(limits.without_any()[2] + limits.without_any()[3], 0.5, 1e-15);
  EXPECT_NEAR(limits.rating()[2] + limits.rating()[3], 0.5 * (0.5 + 0.6 * 0.5), 1e-15);
  EXPECT_EQ(limits.without(1), limits.without_any());
  EXPECT_EQ(limits.without(0), limits.rating());
}

}  // namespace
}  // namespace uor::analyse
