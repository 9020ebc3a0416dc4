#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {
namespace {

using Compare = rate::Test::Compare;  // inside a test case, Test means the base class of GoogleTest

const Ladder ladder = {{0.15, 0.15, 0.1, 0.15, 0.45}, 1.85, 2.4, 3.1};

struct Trials {
  std::array<std::vector<double>, 5> scores;
  std::vector<double> judgement;

  // Every KLOE scores `score[t]`, so the latent is score + judgement up to rounding.
  static Trials with_scores(const std::vector<double>& score) {
    Trials trials;
    trials.scores.fill(score);
    trials.judgement.assign(score.size(), 0.0);
    return trials;
  }
  std::size_t count() const { return judgement.size(); }
};

struct Outcome {
  std::vector<double> latent;
  std::vector<Grade> grade;
  std::vector<std::vector<std::uint8_t>> fired;
};

Outcome propose_all(const Trials& trials, const std::vector<LimiterColumns>& limiters = {}) {
  const std::size_t count = trials.count();
  Outcome out{std::vector<double>(count), std::vector<Grade>(count), {}};
  out.fired.assign(limiters.size(), std::vector<std::uint8_t>(count, 9));
  std::vector<std::uint8_t*> fired;
  for (auto& row : out.fired) fired.push_back(row.data());
  std::array<const double*, 5> scores;
  for (std::size_t k = 0; k < 5; ++k) scores[k] = trials.scores[k].data();
  propose(ladder, scores, {}, trials.judgement.data(), limiters, count,
          {out.latent.data(), out.grade.data(), fired.data()});
  return out;
}

// A row that holds while `column` is below `value`.
LimiterColumns below(const std::vector<double>& column, double value, Grade best, Grade worst = 1) {
  LimiterColumns row;
  row.tests = {{Compare::less, value}};
  row.columns = {column.data()};
  row.best = best;
  row.worst = worst;
  return row;
}

TEST(Test, ComparesAsItSays) {
  EXPECT_TRUE(holds({Compare::less, 2}, 1.9));
  EXPECT_FALSE(holds({Compare::less, 2}, 2));
  EXPECT_TRUE(holds({Compare::less_equal, 2}, 2));
  EXPECT_FALSE(holds({Compare::less_equal, 2}, 2.1));
  EXPECT_TRUE(holds({Compare::greater, 2}, 2.1));
  EXPECT_FALSE(holds({Compare::greater, 2}, 2));
  EXPECT_TRUE(holds({Compare::greater_equal, 2}, 2));
  EXPECT_FALSE(holds({Compare::greater_equal, 2}, 1.9));
}

TEST(Test, DoesNotHoldOfAnUnknownQuantity) {
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  for (const auto compare : {Compare::less, Compare::less_equal, Compare::greater, Compare::greater_equal}) {
    EXPECT_FALSE(holds({compare, 0}, unknown));
  }
}

TEST(Propose, LatentIsTheWeightedScoreAndTheJudgement) {
  Trials trials = Trials::with_scores({0});
  trials.scores = {{{2.0}, {3.0}, {1.5}, {2.5}, {3.5}}};
  trials.judgement = {-0.2};
  const Outcome out = propose_all(trials);
  // 0.15 * 2 + 0.15 * 3 + 0.1 * 1.5 + 0.15 * 2.5 + 0.45 * 3.5 - 0.2 = 2.65
  EXPECT_NEAR(out.latent[0], 2.65, 1e-15);
  EXPECT_EQ(out.grade[0], 3);
}

TEST(Propose, TheLadderTakesACutAsTheBetterGrade) {
  Trials trials = Trials::with_scores({0, 0, 0, 0, 0, 0});
  trials.judgement = {1.8499, 1.85, 2.3999, 2.4, 3.0999, 3.1};
  EXPECT_EQ(propose_all(trials).grade, (std::vector<Grade>{1, 2, 2, 3, 3, 4}));
}

TEST(Propose, ACapLowersOnlyWhatIsAboveIt) {
  const Trials trials = Trials::with_scores({1.0, 2.0, 3.0, 4.0});
  const std::vector<double> always(4, 0.0);
  const Outcome out = propose_all(trials, {below(always, 1, 2)});
  EXPECT_EQ(out.grade, (std::vector<Grade>{1, 2, 2, 2}));
  EXPECT_EQ(out.fired[0], (std::vector<std::uint8_t>{1, 1, 1, 1}));
  EXPECT_DOUBLE_EQ(out.latent[3], 4.0) << "the latent is not limited";
}

TEST(Propose, AFloorRaisesOnlyWhatIsBelowItAndPrevailsOverACap) {
  const Trials trials = Trials::with_scores({1.0, 2.0, 3.0, 4.0});
  const std::vector<double> always(4, 0.0);
  EXPECT_EQ(propose_all(trials, {below(always, 1, 4, 3)}).grade, (std::vector<Grade>{3, 3, 3, 4}));
  EXPECT_EQ(propose_all(trials, {below(always, 1, 4, 3), below(always, 1, 2)}).grade, (std::vector<Grade>{3, 3, 3, 3}));
}

TEST(Propose, TheLowestCapOfSeveralCounts) {
  const Trials trials = Trials::with_scores({4.0, 4.0});
  const std::vector<double> first = {0, 0}, second = {0, 5};
  EXPECT_EQ(propose_all(trials, {below(first, 1, 3), below(second, 1, 1)}).grade, (std::vector<Grade>{1, 3}));
}

TEST(Propose, ALimiterFiresOnlyWhereEveryConditionHolds) {
  const Trials trials = Trials::with_scores({4.0, 4.0, 4.0, 4.0});
  const std::vector<double> margin = {-1, -1, 1, 1}, distance = {-1, 1, -1, 1};
  LimiterColumns row = below(margin, 0, 2);
  row.tests.push_back({Compare::less, 0});
  row.columns.push_back(distance.data());
  const Outcome out = propose_all(trials, {row});
  EXPECT_EQ(out.fired[0], (std::vector<std::uint8_t>{1, 0, 0, 0}));
  EXPECT_EQ(out.grade, (std::vector<Grade>{2, 4, 4, 4}));
}

TEST(Propose, ALimiterFiresWithItsProbability) {
  const Trials trials = Trials::with_scores({4.0, 4.0, 4.0});
  const std::vector<double> always(3, 0.0), chance = {0.1, 0.7, 0.6999};
  LimiterColumns row = below(always, 1, 2);
  row.chance = chance.data();
  row.probability = 0.7;
  const Outcome out = propose_all(trials, {row});
  EXPECT_EQ(out.fired[0], (std::vector<std::uint8_t>{1, 0, 1}));
  EXPECT_EQ(out.grade, (std::vector<Grade>{2, 4, 2}));
}

TEST(Propose, FinancialSpecialMeasuresAreAtBestRequiresImprovement) {
  // Use of Resources: assessment framework (August 2017), paragraph 22.
  const Trials trials = Trials::with_scores({4.0, 4.0, 1.0});
  const std::vector<double> special_measures = {1, 0, 1};
  LimiterColumns row;
  row.tests = {{Compare::greater_equal, 0.5}};
  row.columns = {special_measures.data()};
  row.best = 2;
  EXPECT_EQ(propose_all(trials, {row}).grade, (std::vector<Grade>{2, 4, 1}));
}

TEST(Propose, ResultsDoNotDependOnHowTrialsArePutTogether) {
  constexpr std::size_t count = 1000;
  std::vector<double> score(count), flag(count), chance(count);
  for (std::size_t t = 0; t < count; ++t) {
    score[t] = 1 + 3 * std::fmod(0.618033988749895 * static_cast<double>(t), 1.0);
    flag[t] = static_cast<double>(t % 3);
    chance[t] = std::fmod(0.7548776662466927 * static_cast<double>(t), 1.0);
  }
  LimiterColumns row = below(flag, 1, 2);
  row.chance = chance.data();
  row.probability = 0.5;
  const Outcome whole = propose_all(Trials::with_scores(score), {row});
  for (std::size_t t = 0; t < count; ++t) {
    LimiterColumns one = row;
    one.columns = {flag.data() + t};
    one.chance = chance.data() + t;
    const Outcome alone = propose_all(Trials::with_scores({score[t]}), {one});
    ASSERT_EQ(alone.grade[0], whole.grade[t]) << t;
    ASSERT_EQ(alone.latent[0], whole.latent[t]) << t;
    ASSERT_EQ(alone.fired[0][0], whole.fired[0][t]) << t;
  }
}

TEST(Propose, WorksWithoutAPlaceForFiredRows) {
  const std::vector<double> score = {4.0}, always = {0.0}, judgement = {0.0};
  const std::vector<const double*> scores(5, score.data());
  const std::vector<LimiterColumns> limiters = {below(always, 1, 2)};
  double latent = 0;
  Grade grade = 0;
  propose(ladder, scores, {}, judgement.data(), limiters, 1, {&latent, &grade});
  EXPECT_EQ(grade, 2);
}

TEST(Indicators, MoveTheLatentByTheirStandardisedValue) {
  EXPECT_EQ(standardised(90, 85, 5), 1.0);
  EXPECT_EQ(standardised(0, 85, 5), -3.0);
  EXPECT_EQ(standardised(std::numeric_limits<double>::quiet_NaN(), 85, 5), 0.0);
  const Ladder even{{0.2, 0.2, 0.2, 0.2, 0.2}, 1.85, 2.4, 3.1};
  const std::array<double, 2> score = {2.5, 2.5}, judgement = {0.1, 0.1};
  const std::array<double, 2> performance = {95, std::numeric_limits<double>::quiet_NaN()};
  const std::array<IndicatorColumn, 1> indicators = {{{performance.data(), 85, 5, 0.05}}};
  std::array<double, 2> latent{};
  std::array<Grade, 2> grade{};
  const std::vector<const double*> scores(5, score.data());
  propose(even, scores, indicators, judgement.data(), {}, 2, {latent.data(), grade.data()});
  EXPECT_NEAR(latent[0], 2.7, 1e-12);
  EXPECT_NEAR(latent[1], 2.6, 1e-12);
}

TEST(Propose, SaysWhichConditionsHoldWhateverIsDrawnAndTheLatentWithoutJudgement) {
  Trials trials = Trials::with_scores({2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5});
  trials.judgement.assign(9, 0.25);
  const std::vector<double> column = {0, 1, 2, 3, 4, 5, 6, 7, 1}, never(9, 0.9);
  std::vector<LimiterColumns> limiters = {below(column, 2, 2), below(column, 6, 3)};
  for (LimiterColumns& row : limiters) row.chance = never.data(), row.probability = 0.5;
  std::array<const double*, 5> scores;
  for (std::size_t k = 0; k < 5; ++k) scores[k] = trials.scores[k].data();
  std::vector<double> latent(9), facts(9);
  std::vector<Grade> grade(9);
  std::vector<std::uint64_t> held(9, 99);
  propose(ladder, scores, {}, trials.judgement.data(), limiters, 9,
          {latent.data(), grade.data(), nullptr, facts.data(), held.data()});
  EXPECT_EQ(held, (std::vector<std::uint64_t>{3, 3, 2, 2, 2, 2, 0, 0, 3}));
  for (std::size_t t = 0; t < 9; ++t) EXPECT_EQ(latent[t], facts[t] + 0.25);
  EXPECT_EQ(grade, std::vector<Grade>(9, 3));  // nothing fires
}

TEST(GradeOfLatent, IncludesTheCuts) {
  EXPECT_EQ(grade_of_latent(ladder, 1.84), 1);
  EXPECT_EQ(grade_of_latent(ladder, 1.85), 2);
  EXPECT_EQ(grade_of_latent(ladder, 2.4), 3);
  EXPECT_EQ(grade_of_latent(ladder, 3.1), 4);
}

TEST(Limited, TakesTheLowestBestThenTheHighestWorst) {
  EXPECT_EQ(limited(4, std::vector<Limit>{{3, 1}, {2, 1}}), 2);
  EXPECT_EQ(limited(4, std::vector<Limit>{{3, 1}}), 3);
  EXPECT_EQ(limited(1, std::vector<Limit>{{4, 2}}), 2);
  EXPECT_EQ(limited(1, {}), 1);
}

}  // namespace
}  // namespace uor::rate
