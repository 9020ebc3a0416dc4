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
  limits.add(3.5, {true, true, false});  // outstanding, held at requires improvement
  limits.add(3.5, {true, false, false});
  limits.add(2.5, {false, false, false});
  EXPECT_EQ(limits.fired(0), 2u);
  EXPECT_EQ(limits.rating(), (tally::Counts4{0, 1, 2, 0}));
  EXPECT_EQ(limits.without(0), (tally::Counts4{0, 1, 1, 1}));
  EXPECT_EQ(limits.without(1), (tally::Counts4{0, 0, 3, 0}));
  EXPECT_EQ(limits.without(2), limits.rating());
  EXPECT_EQ(limits.without_any(), (tally::Counts4{0, 0, 1, 2}));
}

}  // namespace
}  // namespace uor::analyse
