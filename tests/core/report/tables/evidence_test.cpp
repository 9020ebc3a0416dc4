#include "core/uor/report/tables/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

TEST(EvidenceTable, SaysWhatEachPieceMovesAndWhy) {
  TrustFigures trust = test::small_figures().trusts[0];
  const auto words = test::words_of_row(evidence(trust), 0);
  for (const char* word : {"Clinical", "intervention", "Did not attend", "Reminders.", "June 2018, own", "it worked"})
    EXPECT_THAT(words, testing::Contains(word));
  trust.evidence.clear();
  EXPECT_TRUE(evidence(trust).empty());
}

}  // namespace
}  // namespace uor::report::tables
