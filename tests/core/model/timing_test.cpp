#include "core/uor/model/timing.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace uor::model {
namespace {

Quantity lever_with(int lead) {
  Quantity lever{};
  lever.id = "people.sickness_absence_rate";
  lever.plugin = "people";
  lever.kind = Kind::driver;
  lever.driver.lever = true;
  lever.driver.lead_months = lead;
  return lever;
}

SideDriver::Step from(int month, Timing timing) {
  return {Operation::set, 1.0, nullptr, month, scenario::last_month, scenario::Hold::no, nullptr, timing};
}

TEST(Timing, ALeverActsNoSoonerThanTheClosedMonthsAndItsLeadTime) {
  for (int closed = 0; closed <= 12; ++closed) {
    for (int lead = 0; lead <= 18; ++lead) {
      const Quantity lever = lever_with(lead);
      const int earliest = closed + lead + 1;
      for (const int asked : {1, 4, earliest - 1, earliest, earliest + 1, 30}) {
        if (asked < 1) continue;
        EXPECT_EQ(acts_from(from(asked, timing_of(lever, false)), lever, closed), std::max(asked, earliest));
        EXPECT_EQ(acts_from(from(asked, timing_of(lever, true)), lever, closed), std::max(asked, closed + 1));
      }
    }
  }
}

TEST(Timing, WhatIsNoLeverIsHeldBackByClosedMonthsAlone) {
  Quantity noise = lever_with(7);
  noise.driver.lever = false;
  EXPECT_EQ(acts_from(from(1, timing_of(noise, false)), noise, 6), 7);
  EXPECT_EQ(acts_from(from(9, timing_of(noise, false)), noise, 6), 9);
}

TEST(Timing, QualityRatingsAndJudgementAreNoMonths) {
  Quantity rating{};
  rating.id = "trust.quality_safe";
  rating.unit = "rating";
  rating.plugin = "host";
  Quantity judgement{};
  judgement.id = "rating.judgement";
  judgement.plugin = "host";
  for (const Quantity& quantity : {rating, judgement})
    EXPECT_EQ(acts_from(from(1, timing_of(quantity, false)), quantity, 12), 1) << quantity.id;
}

}  // namespace
}  // namespace uor::model
