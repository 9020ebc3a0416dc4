#include "core/uor/report/assumed_words.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/unjudged.hpp"

namespace uor::report {
namespace {

const std::map<std::string, std::string> titles = {{"operating_expenses", "Operating expenses"}};

std::string words(const std::string& how) { return assumed_in_words(how, titles); }

TEST(AssumedWords, QuartilesAreHalfOfTheTrials) {
  EXPECT_EQ(words("not reported, drawn from the national quartiles(6.1, 7.2, 8.4) truncated to [0, 40] percent"),
            "Not reported. National figures stand in: half of the trials between 6.1 and 8.4 %, middle 7.2.");
  EXPECT_EQ(words("not reported, drawn from the national quartiles(1190, 1305, 1440) truncated to [500, 4000] GBP"),
            "Not reported. National figures stand in: half of the trials between £1,190 and £1,440, middle 1,305.");
}

TEST(AssumedWords, AShareIsSaidInPerCentOfWhatItIsAShareOf) {
  EXPECT_EQ(words("not reported, pert(0.015, 0.041, 0.07) x operating_expenses GBP m"),
            "Not reported. Drawn: between 1.5 and 7 % of operating expenses, most likely 4.1.");
}

TEST(AssumedWords, YesAndNo) {
  EXPECT_EQ(words("not reported, bernoulli(0.88) truncated to [0, 1] yes=1"),
            "Not reported. Drawn: yes in 88 % of the trials, else no.");
  EXPECT_EQ(words("not reported, constant(0) yes=1"), "Not reported. Drawn: taken as no.");
}

TEST(AssumedWords, OtherShapes) {
  EXPECT_EQ(words("not reported, normal(72, 12) truncated to [10, 100] percent"),
            "Not reported. Drawn: two thirds of the trials between 60 and 84 %, middle 72.");
  EXPECT_EQ(words("not reported, uniform(-2, 3.5) GBP m"),
            "Not reported. Drawn: anywhere between \u2212£2m and £3.5m.");
  EXPECT_EQ(words("not reported, empirical(0, 0.04, 0.01) x operating_expenses GBP m"),
            "Not reported. Drawn: between 0 and 4 % of operating expenses, as in a sample of 3 whose middle is 1.");
  EXPECT_EQ(words("not reported, discrete(1, 1, 2, 3) days"),
            "Not reported. Drawn: 1 days in 25 % of the trials, 2 days in 75 % of the trials.");
}

TEST(AssumedWords, WhatWasReportedAndRounded) {
  EXPECT_EQ(words("reported as 90 percent, rounded, so drawn in 85 to 95"),
            "Reported as 90 %, which is rounded: anywhere between 85 and 95.");
}

TEST(AssumedWords, APromptThatNobodyJudgedIsWhatItIsDrawnFrom) {
  const Distribution drawn{Shape::pert, {1.7, 2.5, 3.3}, {}, {}};
  EXPECT_EQ(words(std::string(not_judged) + unjudged_in_words(drawn)),
            "Not judged: drawn between 1.7 and 3.3 around 2.5, because nobody has judged it.");
  const Distribution cut{Shape::triangular, {1, 2, 4}, 1.5, 3.5};
  EXPECT_EQ(unjudged_in_words(cut), "drawn between 1.5 and 3.5 around 2, because nobody has judged it");
}

TEST(AssumedWords, WhatIsWorkedOut) {
  EXPECT_EQ(words("not reported, derived"), "Not reported: worked out in every trial from other figures.");
  EXPECT_EQ(words("not reported, drawn"), "Not reported: drawn, with what other figures say of it.");
  EXPECT_EQ(words("not reported, from the accounts to date; of last year derived"),
            "Not reported: worked out from the accounts to date. Last year's is worked out as well.");
  EXPECT_EQ(words("not reported, derived as a / b = 3 GBP m"),
            "Not reported: worked out from what is reported, a / b = 3 GBP m.");
}

TEST(AssumedWords, WhatIsNotUnderstoodStaysAsItIs) {
  EXPECT_EQ(words("not reported, oracle(3) percent"), "not reported, oracle(3) percent");
  EXPECT_EQ(words("not reported, pert(3) percent"), "not reported, pert(3) percent");
  EXPECT_EQ(words("guessed"), "guessed");
}

}  // namespace
}  // namespace uor::report
