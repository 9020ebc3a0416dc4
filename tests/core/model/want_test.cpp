#include <gtest/gtest.h>

#include "core/uor/model/plan.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

TEST(Want, SumsUpEveryMonthTheAssessmentMonthOrNone) {
  const Inputs inputs = test::small_inputs();
  Plan plan = make_plan(inputs);
  const std::size_t quantities = plan.summarised.size();
  EXPECT_EQ(plan.items(), quantities * 12);
  EXPECT_EQ(plan.item(1, 3), 14U);
  want(plan, inputs, {{}, Summaries::shown});
  EXPECT_EQ(plan.items(), quantities);
  EXPECT_TRUE(plan.summarises(12) && !plan.summarises(11));
  EXPECT_EQ(plan.item(1, 12), 1U);
  want(plan, inputs, {{}, Summaries::odds});
  EXPECT_EQ(plan.items(), 0U);
  EXPECT_FALSE(plan.summarises(12));
}

TEST(Want, HasOddsByMonthBesideTheAssessmentMonthWhereTheyAreAskedFor) {
  const Inputs inputs = test::small_inputs();
  Plan plan = make_plan(inputs);
  want(plan, inputs, {{}, Summaries::shown});
  EXPECT_FALSE(plan.odds_by_month);
  want(plan, inputs, {{}, Summaries::shown, true, true});
  EXPECT_TRUE(plan.odds_by_month);
  EXPECT_FALSE(plan.summarises(11));
}

TEST(Want, KeepsWhatIsAskedForAndNothingOfWhatWasAskedBefore) {
  const Inputs inputs = test::small_inputs();
  Plan plan = make_plan(inputs);
  EXPECT_TRUE(plan.kept_quantities.empty());
  Wanted wanted;
  wanted.keep.watched = {"metric.load", "metric.load"};
  want(plan, inputs, wanted);
  EXPECT_EQ(plan.kept_quantities, std::vector{*plan.wiring.find("metric.load")});
  want(plan, inputs, {});
  EXPECT_TRUE(plan.kept_quantities.empty());
}

TEST(Want, RefusesToWatchWhatNobodyGives) {
  const Inputs inputs = test::small_inputs();
  Plan plan = make_plan(inputs);
  Wanted wanted;
  wanted.keep.watched = {"metric.laod"};
  EXPECT_NE(test::message_of([&] { want(plan, inputs, wanted); }).find("'metric.load'"), std::string::npos);
}

}  // namespace
}  // namespace uor::model
