#include "core/uor/model/fact.hpp"

#include <gtest/gtest.h>

namespace uor::model {
namespace {

Fact fact_of(How how, Distribution distribution, double value = 0) {
  Fact fact;
  fact.field = "share";
  fact.unit = "percent";
  fact.how = how;
  fact.distribution = std::move(distribution);
  fact.value = value;
  return fact;
}

TEST(FactData, EveryWayHasANameThatLeadsBackToIt) {
  for (int i = 0; i <= static_cast<int>(How::as_written); ++i)
    EXPECT_EQ(how_named(name_of(static_cast<How>(i))), static_cast<How>(i));
  EXPECT_FALSE(how_named("guessed"));
}

TEST(FactData, ADrawIsSaidWithItsSource) {
  Fact fact = fact_of(How::drawn, {Shape::pert, {1, 2, 3}, 0.0, {}});
  fact.ratio_of = "turnover";
  fact.standing = Standing::derived;
  fact.source = "NHS England";
  EXPECT_EQ(way_of(fact), "not reported, pert(1, 2, 3) truncated to [0, inf] x turnover percent");
  EXPECT_EQ(to_string(fact),
            "share: not reported, pert(1, 2, 3) truncated to [0, inf] x turnover percent (derived: NHS England)");
  fact.how = How::national;
  fact.ratio_of.clear();
  EXPECT_EQ(way_of(fact), "not reported, drawn from the national pert(1, 2, 3) truncated to [0, inf] percent");
  EXPECT_STREQ(origin_of(fact), "drawn");
}

TEST(FactData, ARoundedFigureIsReported) {
  const Fact fact = fact_of(How::rounded, {Shape::uniform, {85, 95}, {}, {}}, 90);
  EXPECT_EQ(to_string(fact), "share: reported as 90 percent, rounded, so drawn in 85 to 95");
  EXPECT_STREQ(origin_of(fact), "reported");
}

TEST(FactData, WhatAnEquationGivesSaysWhereItIsHeld) {
  Fact fact = fact_of(How::derived, Distribution::constant(0), -36);
  fact.equation = "a - b";
  EXPECT_EQ(to_string(fact), "share: not reported, derived as a - b = -36 percent, held at 0");
  EXPECT_TRUE(fact.is_derived());
}

TEST(FactData, WhatCqcPublishedIsAGrade) {
  Fact fact = fact_of(How::published, Distribution::constant(2), 2);
  fact.equation = "as CQC published on 1 May 2018";
  EXPECT_EQ(way_of(fact), "not reported, as CQC published on 1 May 2018: requires improvement");
  EXPECT_STREQ(origin_of(fact), "derived");
}

TEST(FactData, WhatFormulasGive) {
  Fact fact = fact_of(How::worked_out, {});
  EXPECT_EQ(way_of(fact), "not reported, derived");
  EXPECT_STREQ(origin_of(fact), "drawn");
  fact.how = How::part_drawn;
  EXPECT_EQ(way_of(fact), "not reported, drawn");
  fact.accounts = {"pay_to_date"};
  EXPECT_EQ(way_of(fact), "not reported, from the accounts to date; of last year drawn");
  EXPECT_STREQ(origin_of(fact), "derived");
  EXPECT_TRUE(fact.is_unknown());
}

TEST(FactData, WhatNothingGivesAndWhatAnEarlierProgramWrote) {
  EXPECT_EQ(to_string(fact_of(How::unknown, {})), "share: unknown");
  Fact fact = fact_of(How::as_written, {});
  fact.written = "guessed (assumed: x)";
  EXPECT_EQ(to_string(fact), "share: guessed (assumed: x)");
}

}  // namespace
}  // namespace uor::model
