#include "core/uor/report/tables/document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

bool has(const std::vector<Section>& sections, const std::string& heading) {
  return std::any_of(sections.begin(), sections.end(), [&](const Section& one) { return one.heading == heading; });
}

TEST(Document, HasTheRunThenItsTrustsThenWhereItComesFrom) {
  const Document document = document_of({test::small_figures()});
  EXPECT_EQ(document.sections.front().heading, "A small run");
  EXPECT_EQ(document.sections[1].heading, "Barking RF4");
  EXPECT_EQ(document.sections.back().heading, "Provenance");
  EXPECT_FALSE(has(document.sections, "What changed between the runs"));
}

TEST(Document, OfSeveralRunsBeginsWithWhatChanged) {
  std::vector<Figures> runs(2, test::small_figures());
  runs[1].against_first.emplace();
  runs[1].against_first->trusts = {{"RF4", "Barking", runs[1].trusts[0].changes[0]}};
  const Document document = document_of(runs);
  EXPECT_EQ(document.sections.front().heading, "What changed between the runs");
  EXPECT_EQ(document.sections[1].tables.size(), 5U);
}

}  // namespace
}  // namespace uor::report::tables
