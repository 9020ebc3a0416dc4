#include "core/uor/report/tables/from_to.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(FromTo, SaysWhatIsBetterWorseOrStays) {
  const Figures run = small_figures();
  const Table table = from_to(run, run.trusts[0], 1);
  EXPECT_EQ(words_of_row(table, 1), (Words{"Requires improvement", "10", "40", "0", "0"}));
  const auto tone = [&](std::size_t column) { return std::get<Count>(table.rows[1].cells[3 + column]).tone; };
  EXPECT_EQ(tone(0), Tone::worse);
  EXPECT_EQ(tone(1), Tone::stays);
  EXPECT_EQ(tone(2), Tone::none);
  EXPECT_EQ(std::get<std::string>(table.rows[1].cells[0]), "RF4");
}

TEST(SectorFromTo, IsInExpectedTrusts) {
  Figures run = small_figures();
  run.sector.emplace();
  run.sector->from_to.resize(2);
  run.sector->from_to[1][0][0] = 1.26;
  EXPECT_EQ(words_of_row(sector_from_to(run, 1), 0), (Words{"Inadequate", "1.3", "0.0", "0.0", "0.0"}));
}

}  // namespace
}  // namespace uor::report::tables
