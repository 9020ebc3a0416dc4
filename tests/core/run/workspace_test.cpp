#include "core/uor/run/workspace.hpp"

#include <gtest/gtest.h>

#include "core/uor/sdk/plugin.h"
#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

std::size_t access_of(const model::Plan& plan, const std::string& id, int lag, int window) {
  const model::Access wanted{*plan.wiring.find(id), lag, window};
  return static_cast<std::size_t>(std::find(plan.accesses.begin(), plan.accesses.end(), wanted) -
                                  plan.accesses.begin());
}

TEST(Workspace, SumsTheYearToDateFromMonthsAndFromTheAnchorBefore) {
  test::OneTrust small;
  Workspace& work = small.simulator.workspace();
  const std::size_t access = access_of(small.plan, "small.spend", 1, UOR_YEAR_TO_DATE);
  work.start(0, 8);
  small.simulator.run_anchors();
  double before = 0;
  for (int month = 1; month <= 12; ++month) {
    work.advance(month);
    EXPECT_EQ(work.read(0, access)[3], month == 1 ? 12 * 200 : before) << month;
    small.simulator.run_phases(0);
    before += 200.0 * month;
  }
}

TEST(Workspace, ShowsTheBaselinesColumnWhereASideCannotDiffer) {
  test::OneTrust small({test::small_variant("calm", "small.noise", Operation::multiply, 0.5)});
  Workspace& work = small.simulator.workspace();
  work.start(0, 8);
  small.simulator.run_anchors();
  work.advance(1);
  small.simulator.run_phases(0);
  small.simulator.run_phases(1);
  const auto at = [&](const char* id) { return *small.plan.wiring.find(id); };
  EXPECT_EQ(work.current(1, at("small.level")), work.current(0, at("small.level")));
  EXPECT_NE(work.current(1, at("metric.load")), work.current(0, at("metric.load")));
  for (std::size_t t = 0; t < 8; ++t) {
    EXPECT_EQ(work.current(1, at("small.noise"))[t], 0.5 * work.current(0, at("small.noise"))[t]);
  }
}

TEST(Workspace, HasEveryDriverAtItsMedianWhereThatIsAsked) {
  test::OneTrust small;
  Workspace& work = small.simulator.workspace();
  work.start_at_median(8);
  small.simulator.run_anchors();
  work.advance(1);
  EXPECT_EQ(work.current(0, *small.plan.wiring.find("small.level"))[0], 50);
  EXPECT_EQ(work.current(0, *small.plan.wiring.find("small.noise"))[7], 0);
}

}  // namespace
}  // namespace uor::run
