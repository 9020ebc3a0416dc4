#include "core/uor/report/tables/holding.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

using test::headings;
using test::small_figures;
using test::Words;
using test::words_of_row;

TEST(Limits, ThatApplyInNoTrialHaveNoRow) {
  Figures run = small_figures();
  EXPECT_EQ(limits(run, run.trusts[0]).rows.size(), 1U);
  EXPECT_EQ(words_of_row(limits(run, run.trusts[0]), 0), (Words{"In deficit", "10.0", "30.0"}));
  run.trusts[0].study.emplace();
  run.trusts[0].study->limiters = {{"deficit", {0, 0.5, 0.4, 0.1}}};
  EXPECT_EQ(words_of_row(limits(run, run.trusts[0]), 0)[3], "50\u00a0%");
}

TEST(Characteristics, AreThoseOfOneRating) {
  const Figures run = small_figures();
  EXPECT_EQ(words_of_row(characteristics(run, run.trusts[0], "good"), 0), (Words{"Slow | steady", "25.0", "50.0"}));
  EXPECT_TRUE(characteristics(run, run.trusts[0], "inadequate").empty());
}

}  // namespace
}  // namespace uor::report::tables
