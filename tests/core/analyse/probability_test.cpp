#include "core/uor/analyse/probability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace uor::analyse {
namespace {

TEST(Share, HasTheBinomialStandardError) {
  const Estimate p = share(250, 1000);
  EXPECT_DOUBLE_EQ(p.value, 0.25);
  EXPECT_NEAR(p.standard_error, 0.01369306394, 1e-11);  // sqrt(0.25 * 0.75 / 1000)
}

TEST(Share, OfNoTrialsIsUnknown) {
  EXPECT_TRUE(std::isnan(share(0, 0).value));
  EXPECT_TRUE(std::isnan(share(0, 0).standard_error));
}

TEST(Probabilities, AreSharesOfTheCounts) {
  const auto p = probabilities({100, 400, 400, 100});
  EXPECT_DOUBLE_EQ(p[0].value, 0.1);
  EXPECT_DOUBLE_EQ(p[1].value, 0.4);
  EXPECT_DOUBLE_EQ(p[3].value, 0.1);
}

TEST(AtLeast, SumsTheGradesFromTheOneNamed) {
  const tally::Counts4 counts = {100, 400, 300, 200};
  EXPECT_DOUBLE_EQ(at_least(counts, 1).value, 1.0);
  EXPECT_DOUBLE_EQ(at_least(counts, 3).value, 0.5);
  EXPECT_DOUBLE_EQ(at_least(counts, 4).value, 0.2);
  EXPECT_EQ(at_least(counts, 1).standard_error, 0);
}

// 1,000 trials: 500 stay at requires improvement, 300 at good, 150 rise from one to the other, 50 fall.
constexpr tally::Migration migration = {{{0, 0, 0, 0}, {0, 500, 150, 0}, {0, 50, 300, 0}, {0, 0, 0, 0}}};

TEST(ChangeAtLeast, IsRisesLessFallsWithThePairedStandardError) {
  const Estimate change = change_at_least(migration, 3);
  EXPECT_DOUBLE_EQ(change.value, 0.1);
  // sqrt(200 - 100^2 / 1000) / 1000 = sqrt(190) / 1000
  EXPECT_NEAR(change.standard_error, 0.01378404875, 1e-11);
}

TEST(ChangeAtLeast, OfAGradeThatNobodyCrossesIsZeroWithoutError) {
  EXPECT_EQ(change_at_least(migration, 4).value, 0);
  EXPECT_EQ(change_at_least(migration, 4).standard_error, 0);
}

TEST(ChangeAtLeast, OfNoTrialsIsUnknown) { EXPECT_TRUE(std::isnan(change_at_least({}, 3).value)); }

TEST(ChangeAtLeast, StandardErrorIsTheSpreadOfRepeatedRuns) {
  constexpr int runs = 4000, trials = 200;
  std::mt19937_64 generator(7);
  std::discrete_distribution<int> outcome({0.5, 0.15, 0.05, 0.3});
  double sum = 0, squares = 0;
  for (int run = 0; run < runs; ++run) {
    tally::Migration m{};
    for (int t = 0; t < trials; ++t) {
      const int o = outcome(generator);
      ++m[o < 2 ? 1 : 2][o == 0 || o == 2 ? 1 : 2];
    }
    const double change = change_at_least(m, 3).value;
    sum += change;
    squares += change * change;
  }
  const double sd = std::sqrt(squares / runs - sum / runs * (sum / runs));
  const double expected = std::sqrt(0.2 - 0.01) / std::sqrt(trials);
  EXPECT_NEAR(sd, expected, 4 * expected / std::sqrt(2.0 * runs));
}

TEST(Moves, CountsTrialsBetterAndWorse) {
  const Moves m = moves(migration);
  EXPECT_EQ(m.better, 150u);
  EXPECT_EQ(m.worse, 50u);
  EXPECT_EQ(m.trials, 1000u);
}

TEST(ExpectedChange, IsThePairedChangeOfTheLatent) {
  tally::SideSummary side;
  side.expected_score_change = 0.05;
  side.expected_score_change_se = 0.001;
  EXPECT_EQ(expected_change(side).value, 0.05);
  EXPECT_EQ(expected_change(side).standard_error, 0.001);
}

/// 16 replicates of 100 trials, half with 30 and half with 50 good ones; the others require improvement.
tally::SideSummary replicated_side() {
  tally::SideSummary side;
  for (std::size_t r = 0; r < 16; ++r) {
    tally::SideCounts& part = side.replicates.emplace_back();
    part.rating = r % 2 == 0 ? tally::Counts4{0, 70, 30, 0} : tally::Counts4{0, 50, 50, 0};
    for (std::size_t i = 0; i < 4; ++i) side.rating[i] += part.rating[i];
  }
  return side;
}

TEST(Replicates, GiveTheStandardErrorInThePlaceOfTheBinomialOne) {
  const tally::SideSummary side = replicated_side();
  const double expected = std::sqrt(16 * 0.01 / (15 * 16));  // shares 0.1 either side of 0.4
  const auto odds = probabilities(side, &tally::SideCounts::rating);
  EXPECT_DOUBLE_EQ(odds[2].value, 0.4);
  EXPECT_NEAR(odds[2].standard_error, expected, 1e-15);
  EXPECT_EQ(odds[3].standard_error, 0);
  const Estimate good = of_side(side, [](const tally::SideCounts& part) { return at_least(part.rating, 3); });
  EXPECT_NEAR(good.standard_error, expected, 1e-15);
}

TEST(Replicates, TellHowManyRandomTrialsOneIsWorth) {
  const Gain gain = effective_gain(replicated_side());
  const double expected = 0.4 * 0.6 / 1600 / (16 * 0.01 / (15 * 16));
  EXPECT_NEAR(gain.rating[2], expected, 1e-12);
  EXPECT_NEAR(gain.all, expected, 1e-12);
  EXPECT_TRUE(std::isnan(gain.rating[0]));
}

TEST(Replicates, WithoutThemErrorsAreBinomialAndNothingIsGained) {
  tally::SideSummary side = replicated_side();
  side.replicates.clear();
  EXPECT_EQ(probabilities(side, &tally::SideCounts::rating)[2].standard_error,
            probabilities(side.rating)[2].standard_error);
  EXPECT_TRUE(std::isnan(effective_gain(side).all));
}

}  // namespace
}  // namespace uor::analyse
