#include "core/uor/analyse/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace uor::analyse {
namespace {

// 1,000 trials: 500 stay at requires improvement, 300 at good, 150 rise from one to the other, 50 fall.
constexpr tally::Migration pairs = {{{0, 0, 0, 0}, {0, 500, 150, 0}, {0, 50, 300, 0}, {0, 0, 0, 0}}};

TEST(PairUp, CountsTrialsByBothGrades) {
  const std::vector<std::uint8_t> from = {1, 2, 2, 4, 2}, to = {1, 3, 2, 1, 3};
  const tally::Migration counted = pair_up(from, to);
  EXPECT_EQ(counted, (tally::Migration{{{1, 0, 0, 0}, {0, 1, 2, 0}, {0, 0, 0, 0}, {1, 0, 0, 0}}}));
  EXPECT_EQ(counts_before(counted), (tally::Counts4{1, 3, 0, 1}));
  EXPECT_EQ(counts_after(counted), (tally::Counts4{2, 1, 2, 0}));
}

TEST(ChangeOf, IsWhoComesLessWhoLeavesWithThePairedError) {
  const Estimate fall = change_of(pairs, 2), rise = change_of(pairs, 3);
  EXPECT_DOUBLE_EQ(fall.value, -0.1);
  EXPECT_DOUBLE_EQ(rise.value, 0.1);
  EXPECT_NEAR(rise.standard_error, 0.01378404875, 1e-11);  // sqrt(200 - 100^2 / 1000) / 1000
  EXPECT_DOUBLE_EQ(fall.standard_error, rise.standard_error);
}

TEST(ChangeOf, HasTheErrorOfItsTrialsAsNumbers) {
  const std::vector<double> from = {0, 0, 1, 1, 0, 1, 0, 0}, to = {1, 0, 1, 0, 1, 1, 0, 1};
  std::vector<std::uint8_t> before, after;
  for (std::size_t i = 0; i < from.size(); ++i) {
    before.push_back(from[i] > 0 ? 3 : 2);
    after.push_back(to[i] > 0 ? 3 : 2);
  }
  const Estimate shares = change_of(pair_up(before, after), 3), means = change_of_mean(from, to);
  EXPECT_DOUBLE_EQ(shares.value, means.value);
  EXPECT_NEAR(shares.standard_error, means.standard_error * std::sqrt(7.0 / 8.0), 1e-12);  // over n, not n - 1
}

TEST(ChangeOf, IsSurerThanTwoIndependentRuns) {
  const auto before = probabilities(counts_before(pairs)), after = probabilities(counts_after(pairs));
  const double unpaired = independent_error(before[2].standard_error, after[2].standard_error);
  EXPECT_NEAR(unpaired, std::sqrt(0.35 * 0.65 / 1000 + 0.45 * 0.55 / 1000), 1e-12);
  EXPECT_LT(change_of(pairs, 3).standard_error, unpaired);
}

TEST(ChangeOfMeanGrade, CountsEveryStep) {
  // 100 of 200 trials rise by one grade, 10 fall by two.
  const Estimate change = change_of_mean_grade({{{0, 0, 0, 0}, {0, 90, 100, 0}, {10, 0, 0, 0}, {0, 0, 0, 0}}});
  EXPECT_DOUBLE_EQ(change.value, 0.4);
  EXPECT_NEAR(change.standard_error, std::sqrt((140.0 - 200 * 0.16) / 199 / 200), 1e-12);
}

TEST(ChangeOfMean, LosesNoDigitsToALargeMean) {
  std::vector<double> from, to;
  for (int i = 0; i < 100; ++i) {
    from.push_back(1e9 + i);
    to.push_back(1e9 + i + (i % 2 == 0 ? 1.0 : 2.0));
  }
  const Estimate change = change_of_mean(from, to);
  EXPECT_DOUBLE_EQ(change.value, 1.5);
  EXPECT_NEAR(change.standard_error, std::sqrt(0.25 / 99), 1e-12);
}

TEST(Changes, OfNoTrialsAreUnknown) {
  EXPECT_TRUE(std::isnan(change_of({}, 3).value));
  EXPECT_TRUE(std::isnan(change_of_mean_grade({}).value));
  EXPECT_TRUE(std::isnan(change_of_mean({}, {}).standard_error));
  EXPECT_TRUE(std::isnan(largest_error(0, 0, 0)));
}

TEST(WithoutRounding, AChangeOfTheLastBitsIsNone) {
  const Estimate none = without_rounding({3e-19, 1e-19}, 0.11, 0.11);
  EXPECT_EQ(none.value, 0);
  EXPECT_EQ(none.standard_error, 0);
}

TEST(WithoutRounding, AnyOtherChangeStands) {
  for (const Estimate change : {Estimate{1e-9, 1e-10}, Estimate{0, 0.01}, Estimate{-3, 0.1}}) {
    const Estimate kept = without_rounding(change, 8.9, 8.9 + change.value);
    EXPECT_EQ(kept.value, change.value);
    EXPECT_EQ(kept.standard_error, change.standard_error);
  }
  EXPECT_EQ(without_rounding({1e-15, 0}, 0, 1e-15).value, 1e-15);  // of nothing, anything is a change
}

TEST(LargestError, IsReachedWhenAsManyAsPossibleMoveBothWays) {
  // 300 and 400 of 1,000 that share no trial: 300 leave and 400 come.
  const tally::Migration apart = {{{0, 0, 0, 0}, {0, 300, 400, 0}, {0, 300, 0, 0}, {0, 0, 0, 0}}};
  EXPECT_DOUBLE_EQ(largest_error(300, 400, 1000), change_of(apart, 3).standard_error);
  EXPECT_EQ(largest_error(0, 0, 1000), 0);
  EXPECT_EQ(largest_error(1000, 1000, 1000), 0);
}

TEST(LargestError, IsNeverExceeded) {
  std::mt19937_64 generator(3);
  for (int repeat = 0; repeat < 200; ++repeat) {
    std::vector<std::uint8_t> from, to;
    const double p = static_cast<double>(generator() % 1000) / 1000, q = static_cast<double>(generator() % 1000) / 1000;
    for (int i = 0; i < 50; ++i) {
      from.push_back(std::bernoulli_distribution(p)(generator) ? 3 : 2);
      to.push_back(std::bernoulli_distribution(q)(generator) ? 3 : 2);
    }
    const tally::Migration m = pair_up(from, to);
    EXPECT_LE(change_of(m, 3).standard_error, largest_error(counts_before(m)[2], counts_after(m)[2], 50) + 1e-12);
  }
}

}  // namespace
}  // namespace uor::analyse
