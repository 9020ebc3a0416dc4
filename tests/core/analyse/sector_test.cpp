#include "core/uor/analyse/sector.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

run::Summary summary_of(const run::Counts4& rating, const run::Counts4& combined) {
  run::Summary summary;
  summary.sides.resize(1);
  summary.sides[0].rating = rating;
  summary.sides[0].combined = combined;
  summary.sides[0].migration[1][2] = rating[2];
  return summary;
}

TEST(ExpectedTrusts, AddsTheProbabilitiesOfTrusts) {
  const std::vector<run::Summary> sector = {summary_of({10, 40, 40, 10}, {0, 0, 100, 0}),
                                            summary_of({0, 20, 80, 0}, {0, 100, 0, 0})};
  const auto expected = expected_trusts(sector, 0);
  EXPECT_DOUBLE_EQ(expected[0].count, 0.1);
  EXPECT_DOUBLE_EQ(expected[1].count, 0.6);
  EXPECT_DOUBLE_EQ(expected[2].count, 1.2);
  EXPECT_DOUBLE_EQ(expected[3].count, 0.1);
  // sqrt(0.4 * 0.6 / 100) = 0.04899 and sqrt(0.8 * 0.2 / 100) = 0.04
  EXPECT_NEAR(expected[2].standard_error_independent, 0.0632455532, 1e-10);
  EXPECT_NEAR(expected[2].standard_error_together, 0.0889897949, 1e-10);
  EXPECT_DOUBLE_EQ(expected_trusts(sector, 0, Rated::combined)[2].count, 1.0);
}

TEST(ExpectedTrusts, LeavesOutTrustsWithoutTrials) {
  const auto expected = expected_trusts({summary_of({}, {}), summary_of({0, 0, 5, 0}, {})}, 0);
  EXPECT_DOUBLE_EQ(expected[2].count, 1.0);
}

TEST(SectorMigration, AddsTrialsOfAllTrusts) {
  const auto migration = sector_migration({summary_of({0, 0, 40, 0}, {}), summary_of({0, 0, 2, 0}, {})}, 0);
  EXPECT_EQ(migration[1][2], 42u);
  EXPECT_EQ(migration[0][0], 0u);
}

}  // namespace
}  // namespace uor::analyse
