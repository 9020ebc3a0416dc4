#include "core/uor/report/headline.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report {
namespace {

TEST(Headline, SaysTheLikeliestRatingAndWhatASideMoves) {
  const Figures run = test::small_figures();
  EXPECT_EQ(headline(run, run.trusts[0], 0), "The likeliest rating is requires improvement, with odds of 50\u00a0%.");
  EXPECT_EQ(
      headline(run, run.trusts[0], 1),
      "With \u201cSlip\u201d the likeliest rating is requires improvement, with odds of 50\u00a0%; the odds of good "
      "or better fall by 10.0 ± 3.0 percentage points, from 30\u00a0% to 20\u00a0%.");
}

TEST(ChangesInWords, BeginASentence) {
  EXPECT_TRUE(changes_in_words(test::small_figures().trusts[0].changes[0])
                  .starts_with("The odds of good or better fall by 10.0"));
  EXPECT_NE(changes_in_words({}).find("do not change beyond the error"), std::string::npos);
}

TEST(MovesInWords, CountTrialsThatFallAndRise) {
  Figures run = test::small_figures();
  run.trusts[0].odds[1].trials_worse = 20;
  EXPECT_NE(moves_in_words(run.trusts[0], 1).find("20\u00a0% of trials come out a rating lower or more, none a rating"),
            std::string::npos);
}

TEST(Lede, SaysMonthsTrialsAndSeed) {
  EXPECT_EQ(lede(test::small_figures().origin),
            "2 months from April, rated in month 2 (May). 100 simulated years a trust, seed 0.");
}

}  // namespace
}  // namespace uor::report
