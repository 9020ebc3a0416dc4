#include "core/uor/report/tables/kloes.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Kloes, HaveARowALineAndSideAndSayWhatTheyWeigh) {
  const Figures run = small_figures();
  const Table table = kloes(run, run.trusts[0]);
  EXPECT_EQ(words_of_row(table, 1), (Words{"Clinical", "Slip", "20.0", "50.0", "30.0", "0.0", "3.50 (1.50 to 5.50)"}));
  EXPECT_NE(table.note.find("Clinical 30 %"), std::string::npos);
}

}  // namespace
}  // namespace uor::report::tables
