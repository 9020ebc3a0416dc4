#include "core/uor/run/node_calls.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/base/message_of.hpp"
#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

TEST(NodeCalls, FindAColumnOnceForEveryBatch) {
  test::OneTrust one;
  NodeCalls& calls = one.simulator.calls();
  one.simulator.workspace().start(0, 64);
  calls.start(64);
  calls.run_anchors();
  one.simulator.open_month(1);
  calls.run_phases(0);
  const model::PlannedNode& node = one.plan.phase_one.front();
  const NodeCalls::Bound& first = calls.bound(node, 0, false);
  EXPECT_EQ(&calls.bound(node, 0, false), &first);
  EXPECT_EQ(first.outputs.front(), one.simulator.workspace().output(0, node.outputs.front()));
  EXPECT_EQ(first.batch.month, 1);
}

TEST(NodeCalls, RefuseTheFirstValueThatCannotBe) {
  test::OneTrust one;
  NodeCalls& calls = one.simulator.calls();
  one.simulator.workspace().start(0, 64);
  calls.start(60);
  calls.run_anchors();
  one.simulator.open_month(1);
  calls.run_phases(0);
  EXPECT_NO_THROW(calls.check_month(0));
  double* load = one.simulator.workspace().output(0, one.quantity("metric.load"));
  load[61] = std::numeric_limits<double>::quiet_NaN();  // beyond the run's trials
  EXPECT_NO_THROW(calls.check_month(0));
  load[7] = load[61];
  EXPECT_FALSE(calls.possible(one.quantity("metric.load"), load, 64));
  EXPECT_NE(test::message_of([&] { calls.check_month(0); }).find("month 1, trial 7"), std::string::npos);
}

}  // namespace
}  // namespace uor::run
