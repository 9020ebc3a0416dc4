#include "core/uor/study/peeling.hpp"

#include <gtest/gtest.h>

#include "tests/core/study/known_box.hpp"

namespace uor::study {
namespace {

struct Known {
  Table table = table_of(Law::uniform, 1, 4, 8192);
  Values outcome = values_of(table, known_box);
  std::vector<std::uint32_t> trials;
  Known() {
    for (std::uint32_t t = 0; t < 8192; ++t) trials.push_back(t);
  }
};

TEST(Peeling, EachPeelTakesALittleAndLiftsTheDensity) {
  const Known known;
  Peeling peeling(columns_of(known.table), known.outcome, known.trials);
  const PrimRule rule;
  peeling.peel(rule);
  ASSERT_GT(peeling.path().size(), 10u);
  EXPECT_EQ(peeling.path().front().mass, 1);
  EXPECT_DOUBLE_EQ(peeling.path().front().coverage, 1);
  for (std::size_t i = 1; i < peeling.path().size(); ++i) {
    const Caught &before = peeling.path()[i - 1], &now = peeling.path()[i];
    EXPECT_GT(now.density, before.density);
    EXPECT_LT(now.mass, before.mass);
    EXPECT_GT(now.mass, before.mass * (1 - rule.peel - 0.01));
    EXPECT_GE(now.mass, rule.least_mass);
  }
}

TEST(Peeling, PastingFindsTheEdges) {
  const Known known;
  Peeling peeling(columns_of(known.table), known.outcome, known.trials);
  peeling.peel({});
  const Box box = peeling.box_of(peeling.best(0.5));
  ASSERT_EQ(box.sides.size(), 3u);
  EXPECT_NEAR(box.sides[0].low, .6, .005);
  EXPECT_NEAR(box.sides[1].high, .5, .005);
  EXPECT_NEAR(box.sides[2].low, .3, .005);
}

TEST(Peeling, LeavesAnOutcomeThatNothingLifts) {
  const Known known;
  Peeling peeling(columns_of(known.table), Values(8192, 0.4), known.trials);
  peeling.peel({});
  EXPECT_EQ(peeling.path().size(), 1u);
}

}  // namespace
}  // namespace uor::study
