#include "core/uor/report/assumed_words.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

const std::map<std::string, std::string> titles = {{"operating_expenses", "Operating expenses"}};

model::Fact fact_of(model::How how, Distribution distribution, const std::string& unit,
                    const std::string& ratio_of = "") {
  model::Fact fact;
  fact.field = "dna_rate";
  fact.unit = unit;
  fact.how = how;
  fact.distribution = std::move(distribution);
  fact.ratio_of = ratio_of;
  return fact;
}

std::string national(const std::vector<double>& quartiles, const std::string& unit) {
  return assumed_in_words(fact_of(model::How::national, {Shape::quartiles, quartiles, 0.0, {}}, unit), titles);
}

std::string drawn(Shape shape, const std::vector<double>& parameters, const std::string& unit,
                  const std::string& ratio_of = "") {
  return assumed_in_words(fact_of(model::How::drawn, {shape, parameters, {}, {}}, unit, ratio_of), titles);
}

TEST(AssumedWords, QuartilesAreHalfOfTheTrials) {
  EXPECT_EQ(national({6.1, 7.2, 8.4}, "percent"),
            "Not reported. National figures stand in: half of the trials between 6.1 and 8.4 %, middle 7.2.");
  EXPECT_EQ(national({1190, 1305, 1440}, "GBP"),
            "Not reported. National figures stand in: half of the trials between £1,190 and £1,440, middle 1,305.");
}

TEST(AssumedWords, AShareIsSaidInPerCentOfWhatItIsAShareOf) {
  EXPECT_EQ(drawn(Shape::pert, {0.015, 0.041, 0.07}, "GBP m", "operating_expenses"),
            "Not reported. Drawn: between 1.5 and 7 % of operating expenses, most likely 4.1.");
}

TEST(AssumedWords, YesAndNo) {
  EXPECT_EQ(drawn(Shape::bernoulli, {0.88}, "yes=1"), "Not reported. Drawn: yes in 88 % of the trials, else no.");
  EXPECT_EQ(drawn(Shape::constant, {0}, "yes=1"), "Not reported. Drawn: taken as no.");
}

TEST(AssumedWords, OtherShapes) {
  EXPECT_EQ(drawn(Shape::normal, {72, 12}, "percent"),
            "Not reported. Drawn: two thirds of the trials between 60 and 84 %, middle 72.");
  EXPECT_EQ(drawn(Shape::uniform, {-2, 3.5}, "GBP m"), "Not reported. Drawn: anywhere between \u2212£2m and £3.5m.");
  EXPECT_EQ(drawn(Shape::empirical, {0, 0.04, 0.01}, "GBP m", "operating_expenses"),
            "Not reported. Drawn: between 0 and 4 % of operating expenses, as in a sample of 3 whose middle is 1.");
  EXPECT_EQ(drawn(Shape::discrete, {1, 1, 2, 3}, "days"),
            "Not reported. Drawn: 1 days in 25 % of the trials, 2 days in 75 % of the trials.");
}

TEST(AssumedWords, WhatWasReportedAndRounded) {
  model::Fact fact = fact_of(model::How::rounded, {Shape::uniform, {85, 95}, {}, {}}, "percent");
  fact.value = 90;
  EXPECT_EQ(assumed_in_words(fact, titles), "Reported as 90 %, which is rounded: anywhere between 85 and 95.");
}

TEST(AssumedWords, WhatIsWorkedOut) {
  model::Fact fact = fact_of(model::How::worked_out, {}, "GBP m");
  EXPECT_EQ(assumed_in_words(fact, titles), "Not reported: worked out in every trial from other figures.");
  fact.accounts = {"pay_to_date"};
  EXPECT_EQ(assumed_in_words(fact, titles),
            "Not reported: worked out from the accounts to date. Last year's is worked out as well.");
  fact.how = model::How::part_drawn;
  fact.accounts.clear();
  EXPECT_EQ(assumed_in_words(fact, titles), "Not reported: drawn, with what other figures say of it.");
}

TEST(AssumedWords, AnEquationNamesItsFieldsByTheirTitles) {
  model::Fact fact = fact_of(model::How::derived, Distribution::constant(3), "GBP m");
  fact.value = 3;
  fact.equation = "operating_expenses / b";
  EXPECT_EQ(assumed_in_words(fact, titles),
            "Not reported: worked out from what is reported, Operating expenses / b = 3 GBP m.");
}

TEST(AssumedWords, WhatAnEarlierProgramWroteStaysAsItIs) {
  model::Fact fact = fact_of(model::How::as_written, {}, "");
  fact.written = "not reported, oracle(3) percent (assumed: x)";
  EXPECT_EQ(assumed_in_words(fact, titles), fact.written);
  EXPECT_EQ(assumed_in_words(fact_of(model::How::unknown, {}, ""), titles),
            "Not stated, and nothing stands in for it.");
}

}  // namespace
}  // namespace uor::report
