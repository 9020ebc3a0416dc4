#include "core/uor/model/driver_source.hpp"

#include <gtest/gtest.h>

namespace uor::model {
namespace {

TEST(DriverSource, HoldsTrialsBeyondACapAndLeavesTheOthers) {
  DriverSource::Step cap{Operation::set, 3.0, npos, {}, 1, 12, scenario::Hold::at_most};
  const double values[4] = {1, 3, 5, 2.5};
  double out[4];
  DriverSource::apply(cap, nullptr, values, out, 4);
  EXPECT_EQ(out[0], 1);
  EXPECT_EQ(out[1], 3);
  EXPECT_EQ(out[2], 3);
  EXPECT_EQ(out[3], 2.5);
}

TEST(DriverSource, AddsAndMultipliesConstants) {
  const double values[2] = {10, -4};
  double out[2];
  DriverSource::apply({Operation::add, 2.5, npos, {}, 1, 12}, nullptr, values, out, 2);
  EXPECT_EQ(out[0], 12.5);
  EXPECT_EQ(out[1], -1.5);
  DriverSource::apply({Operation::multiply, 0.5, npos, {}, 1, 12}, nullptr, values, out, 2);
  EXPECT_EQ(out[0], 5);
  EXPECT_EQ(out[1], -2);
}

}  // namespace
}  // namespace uor::model
