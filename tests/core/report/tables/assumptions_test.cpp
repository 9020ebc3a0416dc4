#include "core/uor/report/tables/assumptions.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Assumptions, SayWhatKnowingThemIsWorthWhereThatWasStudied) {
  Figures run = small_figures();
  EXPECT_EQ(words_of_row(assumptions(run.trusts[0]), 0), (Words{"Did not attend", "Not reported.", "assumed", "none"}));
  run.trusts[0].study.emplace();
  run.trusts[0].assumptions[0].worth = {0.123, 0.01};
  EXPECT_EQ(words_of_row(assumptions(run.trusts[0]), 0)[4], "12.3 ± 1.0");
}

}  // namespace
}  // namespace uor::report::tables
