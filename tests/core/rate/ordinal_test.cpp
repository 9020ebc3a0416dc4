#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {
namespace {

constexpr std::array<double, 3> cuts = {-1, 0, 1.2};
// P(N(0.2, 1)) between the cuts, to ten places.
constexpr std::array<double, 4> known = {0.1150696702, 0.3056706203, 0.4206044555, 0.1586552539};

TEST(OrdinalProbabilities, ANormalLatentCutAtThreePointsGivesTheKnownShares) {
  const std::array<double, 4> probability = ordinal_probabilities(0.2, 1, cuts);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(probability[i], known[i], 5e-11) << i;
}

TEST(OrdinalProbabilities, AgreeWithTheErrorFunctionOverTheWholeRange) {
  for (double cut = -8; cut <= 8; cut += 0.125) {
    const double below = ordinal_probabilities(0, 1, {cut, 9, 9})[0];
    EXPECT_NEAR(below, 0.5 * std::erfc(-cut / std::sqrt(2.0)), 1e-14) << cut;
  }
}

TEST(OrdinalProbabilities, ALatentWithoutSpreadHasOneGrade) {
  EXPECT_EQ(ordinal_probabilities(0.5, 0, cuts), (std::array<double, 4>{0, 0, 1, 0}));
  EXPECT_EQ(ordinal_probabilities(0, 0, cuts), (std::array<double, 4>{0, 0, 1, 0}));
}

TEST(OrdinalProbabilities, MonteCarloThroughTheLadderAgreesWithinFourStandardErrors) {
  constexpr std::size_t trials = 200000;
  std::mt19937_64 generator(20240401);
  std::normal_distribution<double> normal(0.2, 1);
  std::vector<double> zero(trials, 0.0), judgement(trials), latent(trials);
  for (double& value : judgement) value = normal(generator);
  std::vector<Grade> grade(trials);
  const Ladder ladder = {{0}, cuts[0], cuts[1], cuts[2]};
  const std::vector<const double*> scores = {zero.data()};
  propose(ladder, scores, {}, judgement.data(), {}, trials, {latent.data(), grade.data()});
  std::array<double, 4> share{};
  for (const Grade g : grade) share.at(g - 1u) += 1.0 / trials;
  for (std::size_t i = 0; i < 4; ++i) {
    const double standard_error = std::sqrt(known[i] * (1 - known[i]) / trials);
    EXPECT_NEAR(share[i], known[i], 4 * standard_error) << i;
  }
}

TEST(LatentCuts, AreTheQuantilesOfTheCumulativeProbabilities) {
  const std::array<double, 3> z = latent_cuts({0.025, 0.275, 0.675, 0.025});
  EXPECT_NEAR(z[0], -1.959963984540054, 1e-13);
  EXPECT_NEAR(z[1], -0.5244005127080409, 1e-13);
  EXPECT_NEAR(z[2], 1.959963984540054, 1e-13);
}

TEST(LatentCuts, GiveNoRoomToAGradeOfProbabilityZero) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const std::array<double, 3> z = latent_cuts({0.0, 0.0, 0.7, 0.3});
  EXPECT_EQ(z[0], -infinity);
  EXPECT_EQ(z[1], -infinity);
  EXPECT_EQ(latent_cuts({0.3, 0.7, 0.0, 0.0})[1], infinity);
  EXPECT_EQ(grade_of(-30, {0.0, 0.0, 0.7, 0.3}), 3);
  EXPECT_EQ(grade_of(30, {0.1, 0.2, 0.7, 0.0}), 3);
}

TEST(GradeOf, FollowsTheMarginalProbabilities) {
  const std::array<double, 4> probability = {0.1, 0.34, 0.46, 0.1};
  EXPECT_EQ(grade_of(-1.2816, probability), 1);  // the first decile is -1.28155
  EXPECT_EQ(grade_of(-1.2815, probability), 2);
  EXPECT_EQ(grade_of(-0.1510, probability), 2);  // the 44th percentile is -0.15097
  EXPECT_EQ(grade_of(-0.1509, probability), 3);
  EXPECT_EQ(grade_of(1.2815, probability), 3);
  EXPECT_EQ(grade_of(1.2816, probability), 4);
}

TEST(GradeOf, AgreesWithTheCuts) {
  for (const std::array<double, 4>& probability : {std::array<double, 4>{0.1, 0.34, 0.46, 0.1},
                                                   {0.0, 0.5, 0.5, 0.0},
                                                   {0.7, 0.2, 0.1, 0.0},
                                                   {0.0, 0.0, 0.0, 1.0}}) {
    const std::array<double, 3> z_cuts = latent_cuts(probability);
    for (double z = -9; z <= 9; z += 0.01) EXPECT_EQ(grade_of(z, probability), grade_at(z, z_cuts)) << z;
  }
}

TEST(GradeOf, SharesOfAStratifiedSampleAreTheProbabilities) {
  const std::array<double, 4> probability = {0.05, 0.45, 0.375, 0.125};
  const std::array<double, 3> z = latent_cuts(probability);
  std::array<int, 4> count{};
  constexpr int n = 2000;
  for (int i = 0; i < n; ++i) {
    const double u = (i + 0.5) / n;
    ++count.at(grade_at(latent_cuts({u, 1 - u, 0, 0})[0], z) - 1u);
  }
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(count[i], static_cast<int>(std::lround(probability[i] * n))) << i;
}

}  // namespace
}  // namespace uor::rate
