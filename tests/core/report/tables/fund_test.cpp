#include <gtest/gtest.h>

#include "core/uor/report/tables/statement.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Fund, HasAColumnAQuarter) {
  const Figures run = small_figures();
  const Table table = fund(run, run.trusts[0]);
  EXPECT_EQ(headings(table)[1], "Apr to May");
  EXPECT_EQ(words_of_row(table, 1), (Words{"Slip", "3.00", "4.00 (2.00 to 6.00)"}));
}

}  // namespace
}  // namespace uor::report::tables
