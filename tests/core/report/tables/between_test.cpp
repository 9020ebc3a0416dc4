#include "core/uor/report/tables/between.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

AgainstFirst against(const Figures& run) {
  AgainstFirst one;
  one.from = {"old.h5", "slip", "Slip"};
  one.to = {"new.h5", "slip", "Slip"};
  one.trusts = {{"RF4", "Barking", run.trusts[0].changes[0]}};
  one.rows = {{"RF4", "Barking", {0.3, 0.2, -0.1, 0.03}, {}, {2.1, 1.9, -0.2, 0.04}, {}}};
  one.sector.emplace();
  one.sector->trusts = 1;
  one.sector->ratings[2].trusts = {0.3, 0.2, -0.1, 0.03};
  return one;
}

TEST(Comparisons, AreThoseOfRunsThatCanBeCompared) {
  std::vector<Figures> runs(3, small_figures());
  runs[1].against_first = against(runs[1]);
  runs[2].against_first = against(runs[2]);
  runs[2].against_first->why_not = "another seed";
  const Comparisons all = comparisons_of(runs);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(words_of_row(compared(all), 1), (Words{"To", "Slip", "new.h5"}));
  EXPECT_EQ(parts_of(all, 0).front().from, "Slip (old.h5)");
}

TEST(ChangedCounts, AreNumbersOfTrusts) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(changed_counts(against(run)), 1), (Words{"Good", "0.30", "0.20", "\u22120.10 ± 0.03"}));
}

TEST(MovedTrusts, HaveTheirOddsAndRatings) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(moved_trusts(against(run)), 0),
            (Words{"RF4", "Barking", "30.0", "20.0", "\u221210.0 ± 3.0", "2.10", "1.90", "\u22120.200 ± 0.040"}));
}

TEST(FromToBetween, NamesBothSides) {
  const Figures run = small_figures();
  const Table table = from_to_between({run.trusts[0].changes[0], "Old", "New"});
  EXPECT_NE(table.caption.find("\u201cOld\u201d (rows)"), std::string::npos);
}

}  // namespace
}  // namespace uor::report::tables
