#include "core/uor/report/tables/sector.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

Figures of_sector() {
  Figures run = small_figures();
  run.sector.emplace();
  HeldCount held;
  held.spread = {3.5, 1.2, {2, 3, 3, 4, 5}};
  held.standard_error = 0.1;
  held.spread_ratio = 1.5;
  run.sector->held.assign(2, {held, held, held, held});
  run.sector->odds.assign(2, {{0.4, 0.01}, {0.02, 0.005}, {2.3, 0.02}, {0.1, 0.01}});
  run.sector->types = {"acute"};
  run.sector->type_trusts = {4};
  run.sector->by_type.assign(2, {{1, 1, 1.5, 0.5}});
  return run;
}

TEST(SectorCounts, SayHowManyTrustsHoldEachRating) {
  const Table table = sector_counts(of_sector());
  EXPECT_EQ(words_of_row(table, 1)[1], "3.5 ± 0.1 (2 to 5)");
  EXPECT_NE(table.note.find("up to 1.50 times"), std::string::npos);
}

TEST(Together, IsAllTrustsInOneNumber) {
  EXPECT_EQ(words_of_row(together(of_sector()), 0)[2], "\u2013");
  EXPECT_EQ(words_of_row(together(of_sector()), 1),
            (Words{"Slip", "40.0 ± 1.0", "+2.0 ± 0.5", "2.300 ± 0.020", "+0.100 ± 0.010"}));
}

TEST(Types, HaveTheShareThatIsGoodOrBetter) {
  EXPECT_EQ(words_of_row(types(of_sector()), 0), (Words{"acute", "Baseline", "4", "1.0", "1.0", "1.5", "0.5", "50.0"}));
}

}  // namespace
}  // namespace uor::report::tables
