#include "core/uor/report/sector_cuts.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

TrustRow row(const std::string& region, double good) {
  TrustRow of;
  of.region = region;
  of.rating = {Odds4{analyse::Estimate{0, 0}, {1 - good, 0}, {good, 0}, {0, 0}}};
  return of;
}

TEST(SectorCuts, AddUpToTheSectorAndThoseWithoutAPlaceComeLast) {  // M131
  const auto cuts =
      cuts_of({row("London", 0.25), row("", 0.5), row("East", 1), row("London", 0.75)}, &TrustRow::region);
  ASSERT_EQ(cuts.size(), 3U);
  EXPECT_EQ(cuts[0].name, "East");
  EXPECT_EQ(cuts[1].name, "London");
  EXPECT_EQ(cuts[1].trusts, 2U);
  EXPECT_DOUBLE_EQ(cuts[1].good_or_better(0), 0.5);
  EXPECT_EQ(cuts[2].name, "not stated");
  double sum = 0;
  for (const SectorCut& cut : cuts) sum += cut.sides[0][2];
  EXPECT_DOUBLE_EQ(sum, 2.5);
}

TEST(SectorCuts, AreNoneWhereNobodySaysWhereTrustsAre) {
  EXPECT_TRUE(cuts_of({row("", 0.5), row("", 1)}, &TrustRow::region).empty());
  EXPECT_TRUE(cuts_of({row("London", 0.5)}, &TrustRow::stp).empty());
}

}  // namespace
}  // namespace uor::report
