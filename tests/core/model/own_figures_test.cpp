#include "core/uor/model/own_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A's own figure of the metric, of that month; the metric is published with a lag of three months.
Inputs with_figure_of(const std::string& month) {
  Inputs inputs = test::small_inputs();
  inputs.policy.metrics[0].lag_months = 3;
  inputs.policy.fresh_credibility = 0.25;
  trust::Reported& figure = inputs.trusts[0].reported["load"];
  figure.value = 52;
  figure.where = {"a.toml", 3, 1};
  figure.month = month;
  return inputs;
}

std::vector<std::string> notes_of(const Inputs& inputs) {
  return figure_notes(inputs.trusts[0], inputs, make_plan(inputs));
}

TEST(OwnFigures, CountAgainstWhatIsPublishedWhereTheyAreFresher) {
  EXPECT_THAT(notes_of(with_figure_of("2019-02")), ElementsAre(HasSubstr("it counts 25 %")));
  EXPECT_THAT(notes_of(with_figure_of("2018-12")), ElementsAre(HasSubstr("without credit")));
  EXPECT_TRUE(notes_of(test::small_inputs()).empty());
}

TEST(OwnFigures, CannotBeOfAMonthAfterTheRating) {
  check_figure_months(with_figure_of("2019-03"));
  const std::string refusal = test::message_of([] { check_figure_months(with_figure_of("2019-04")); });
  EXPECT_THAT(refusal, HasSubstr("a.toml:3:1: load is of April 2019, after the rating (March 2019, month 12 of "
                                 "2018/19)"));
}

}  // namespace
}  // namespace uor::model
