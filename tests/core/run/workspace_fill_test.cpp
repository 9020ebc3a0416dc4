// What core/uor/run/workspace_fill.cpp writes: drivers, ranges, published figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/run/workspace.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

using testing::HasSubstr;

/// Published load at `month`, with a lag, beside the load of each month; the first of eight trials.
struct Published {
  std::vector<double> load, published;

  Published(int lag, double credibility, const std::string& figure_of) {
    model::Inputs inputs = test::small_inputs();
    inputs.policy.metrics[0].lag_months = lag;
    inputs.policy.fresh_credibility = credibility;
    if (!figure_of.empty()) inputs.trusts[0].reported["load"].month = figure_of;
    test::OneTrust small(inputs);
    Workspace& work = small.simulator.workspace();
    work.start(0, 8);
    small.simulator.run_anchors();
    load.push_back(work.anchor_output(small.quantity("metric.load"))[0]);
    published.push_back(std::nan(""));
    for (int month = 1; month <= 12; ++month) {
      work.advance(month);
      small.simulator.run_phases(0);
      load.push_back(work.current(0, small.quantity("metric.load"))[0]);
      published.push_back(work.current(0, small.quantity("published.load"))[0]);
    }
  }
};

TEST(WorkspaceFill, PublishesTheMetricOfTheMonthThatIsKnown) {
  const Published run(3, 0, "");
  for (std::size_t month = 3; month <= 12; ++month) EXPECT_EQ(run.published[month], run.load[month - 3]) << month;
  EXPECT_EQ(run.published[1], run.load[0]);  // no figure of a year ago: the anchor stands for all months before
}

TEST(WorkspaceFill, BlendsTheTrustsOwnFresherFigure) {
  const Published run(3, 0.25, "2019-02");  // month 11
  EXPECT_EQ(run.published[10], run.load[7]);
  EXPECT_NEAR(run.published[12], run.load[9] + 0.25 * (run.load[11] - run.load[9]), 1e-12);
}

TEST(WorkspaceFill, RefusesADriverThatLeavesItsRange) {
  test::OneTrust small({test::small_variant("many", "trust.beds", Operation::multiply, 60)});
  Workspace& work = small.simulator.workspace();
  work.start(0, 8);
  small.simulator.run_anchors();
  if (!small.plan.used[small.quantity("trust.beds")]) GTEST_SKIP() << "nothing reads the fact";
  EXPECT_THAT(test::message_of([&] { work.advance(1); }), HasSubstr("driver 'trust.beds' is 6000 in trial 0, month 1"));
}

TEST(WorkspaceFill, ActsInTheMonthsOfTheChangeOnly) {
  scenario::Variant variant = test::small_variant("later", "small.beds", Operation::add, 10);
  variant.adjustments[0].from_month = 4;
  variant.adjustments[0].to_month = 6;
  variant.adjustments[0].dated = true;
  test::OneTrust small({variant});
  Workspace& work = small.simulator.workspace();
  work.start(0, 8);
  small.simulator.run_anchors();
  for (int month = 1; month <= 12; ++month) {
    work.advance(month);
    EXPECT_EQ(work.current(1, small.quantity("small.beds"))[0], month >= 4 && month <= 6 ? 110 : 100) << month;
    EXPECT_EQ(work.current(0, small.quantity("small.beds"))[0], 100);
  }
}

}  // namespace
}  // namespace uor::run
