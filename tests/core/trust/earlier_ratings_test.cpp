#include "core/uor/trust/earlier_ratings.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor::trust {
namespace {

const std::string head = "ods_code,date,safe,effective,caring,responsive,well_led,overall\n";

TEST(EarlierRatings, TheNewestOfMoreThanThirtyDaysBeforeCounts) {
  const test::TemporaryFile file(head + "RF4,2017-03-07,,,,,,Requires improvement\nRF4,2018-06-01,,,,,,Good\n", ".csv");
  const EarlierRatings ratings(file.path());
  EXPECT_EQ(ratings.before("RF4", Date{2018, 6, 26})->overall, 2);
  EXPECT_EQ(ratings.before("RF4", Date{2018, 7, 1})->overall, 2) << "thirty days";
  EXPECT_EQ(ratings.before("RF4", Date{2018, 7, 2})->overall, 3);
  EXPECT_EQ(ratings.before("RF4", {})->overall, 3);
  EXPECT_FALSE(ratings.before("RF4", Date{2017, 4, 1}));
  EXPECT_FALSE(ratings.before("XYZ", {}));
}

TEST(EarlierRatings, WhatIsNoRatingIsRefused) {
  const test::TemporaryFile file(head + "RF4,2017-03-07,,,,,,Fine\n", ".csv");
  EXPECT_NE(test::message_of([&] { EarlierRatings ratings(file.path()); }).find("'Fine' is no rating"),
            std::string::npos);
}

}  // namespace
}  // namespace uor::trust
