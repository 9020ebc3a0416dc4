#include "core/uor/decide/planned.hpp"

#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

PlannedAction acting(int asked, int from) {
  PlannedAction action;
  action.asked_month = asked;
  action.from_month = from;
  action.published = {{"A"}, {"B (9 months)"}, from + 1};
  return action;
}

TEST(Planned, SaysFromWhenAnActionActs) {
  EXPECT_EQ(start_words(acting(1, 1)), "acts from month 1");
  EXPECT_EQ(start_words(acting(6, 6)), "acts from month 6");
  EXPECT_EQ(start_words(acting(2, 5)), "acts from month 5, not from month 2");
  EXPECT_EQ(start_words(acting(1, 5)), "acts from month 5");
}

TEST(Planned, SaysWhatIsPublishedInTime) {
  PlannedAction action = acting(1, 4);
  EXPECT_EQ(published_words(action, 12), "1 of 2 metrics, from month 5");
  action.published.too_late.clear();
  EXPECT_EQ(published_words(action, 12), "yes, from month 5");
  action.published = {{}, {"B (9 months)"}, 13};
  EXPECT_EQ(published_words(action, 12), "no, first in month 13 and the rating is in month 12");
  action.published = {};
  EXPECT_EQ(published_words(action, 12), "moves no metric");
  action.acts = false;
  EXPECT_EQ(published_words(action, 12), "no");
}

TEST(Planned, SaysWhatItCosts) {
  PlannedAction action;
  EXPECT_EQ(cost_words(action), "");
  action.cost = model::Delivery{};
  EXPECT_EQ(cost_words(action), "not stated");
  action.cost->known = true;
  EXPECT_EQ(cost_words(action), "nothing");
  action.cost = model::Delivery{0.05, 0.2, true, true};
  EXPECT_EQ(cost_words(action), "GBP 0.05m once and GBP 0.2m a year (assumed)");
}

TEST(Planned, KnowsTodaysValue) {
  run::Workers workers(1);
  const scenario::Variant option = test::small_variant("plan", "small.level", Operation::add, -5);
  const std::vector<PlannedOption> found = planned(test::small_inputs(), {option}, workers);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "plan");
  ASSERT_EQ(found[0].actions.size(), 1u);
  EXPECT_TRUE(found[0].actions[0].today);
  EXPECT_EQ(found[0].actions[0].change, "-5 percentage points");
}

}  // namespace
}  // namespace uor::decide
