#include "core/uor/run/grading.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/core/run/one_trust.hpp"

namespace uor::run {
namespace {

constexpr std::size_t trials = 64;

std::uint64_t total(const tally::Counts4& counts) { return std::accumulate(counts.begin(), counts.end(), 0ull); }

/// Everything of one batch, graded to the assessment month.
struct Graded {
  test::OneTrust small;
  Grading grading;
  std::vector<tally::SideCounts> counts;

  explicit Graded(std::vector<scenario::Variant> variants = {})
      : small(std::move(variants)), grading(small.plan, small.inputs.policy, trials), counts(small.plan.sides.size()) {
    Workspace& work = small.simulator.workspace();
    work.start(0, trials);
    small.simulator.run_anchors();
    for (tally::SideCounts& one : counts) one.start(5, 12, 0, 0, 1);
    for (int month = 1; month <= 12; ++month) {
      work.advance(month);
      for (std::size_t side = 0; side < counts.size(); ++side) {
        small.simulator.run_phases(side);
        grading.grade(work, side);
        grading.count_month(work, side, 0, trials, counts[side]);
      }
    }
    grading.combine(work);
    for (std::size_t side = 0; side < counts.size(); ++side) grading.count(side, 0, trials, counts[side]);
  }
};

TEST(Grading, CutsTheLatentThatIsTheWeightedScore) {
  Graded graded;
  const double* score = graded.small.simulator.workspace().current(0, graded.small.quantity("clinical.score"));
  for (std::size_t t = 0; t < trials; ++t) {
    EXPECT_EQ(graded.grading.latent(0)[t], score[t]);
    const int grade = score[t] >= 3 ? 4 : score[t] >= 2.5 ? 3 : score[t] >= 2 ? 2 : 1;
    EXPECT_EQ(graded.grading.rating(0, 12)[t], grade) << score[t];
  }
}

TEST(Grading, CountsEachTrialOnceInEveryTable) {
  const Graded graded;
  const tally::SideCounts& counts = graded.counts[0];
  for (const tally::Counts4& table : {counts.rating, counts.combined, counts.quality, counts.kloe[0], counts.kloe[4]})
    EXPECT_EQ(total(table), trials);
  for (const tally::Counts4& month : counts.rating_by_month) EXPECT_EQ(total(month), trials);
  EXPECT_EQ(counts.rating_by_month[11], counts.rating);
  for (std::size_t grade = 0; grade < 4; ++grade) EXPECT_EQ(counts.migration[grade][grade], counts.rating[grade]);
  EXPECT_EQ(counts.kloe[1][2], trials);  // 2.5 is nearest to good, halves going up
}

TEST(Grading, MovesOneGradeWithTheJudgement) {
  const Graded graded({test::small_variant("kinder", "rating.judgement", Operation::set, 0.5)});
  const tally::SideCounts& counts = graded.counts[1];
  const tally::Counts4& before = graded.counts[0].rating;
  EXPECT_EQ(counts.migration[0][0] + counts.migration[0][1], before[0]);
  EXPECT_EQ(counts.migration[1][2], before[1]);
  EXPECT_EQ(counts.migration[2][3], before[2]);
  EXPECT_EQ(counts.migration[3][3], before[3]);
}

}  // namespace
}  // namespace uor::run
