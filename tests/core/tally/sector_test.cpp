#include "core/uor/tally/sector.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/sample/sampler.hpp"

namespace uor::tally {
namespace {

using Trials = std::vector<std::uint8_t>;

Block block_of(std::size_t trust, std::uint64_t first, const Trials& grades) {
  Block block;
  block.trust = trust;
  block.first_trial = first;
  block.count = grades.size();
  block.final_rating = grades;
  return block;
}

Summary summary_of(std::size_t trust, const Trials& grades) {
  Summary summary;
  summary.trust = trust;
  summary.trials = grades.size();
  summary.sides.resize(1);
  for (const std::uint8_t grade : grades) {
    ++summary.sides[0].rating[grade - 1u];
    ++summary.sides[0].migration[grade - 1u][grade - 1u];
  }
  return summary;
}

/// One side; each trust's grades by trial.
Sector sector_of(const std::vector<Trials>& trusts) {
  model::Header header;
  header.sides = {"baseline"};
  header.trials = trusts[0].size();
  header.trusts.resize(trusts.size());
  SectorTally tally(1, header.trials, trusts.size());
  std::vector<Summary> summaries;
  for (std::size_t trust = 0; trust < trusts.size(); ++trust) {
    if (trust % 2 == 0) header.trusts[trust].type = "Large";
    tally.add(block_of(trust, 0, trusts[trust]));
    summaries.push_back(summary_of(trust, trusts[trust]));
  }
  return make_sector(header, summaries, tally.histograms());
}

TEST(Sector, CountsTheTrustsWithEachRatingInEachTrial) {
  const Sector sector = sector_of({{1, 2, 3, 3}, {1, 3, 3, 4}});
  EXPECT_EQ(sector.sides[0].count[0], (CountHistogram{3, 0, 1}));  // inadequate: two in the first trial
  EXPECT_EQ(sector.sides[0].count[2], (CountHistogram{1, 2, 1}));  // good: 0, 1, 2 and 1
  EXPECT_EQ(sector.sides[0].count[3], (CountHistogram{3, 1, 0}));
}

TEST(Sector, DoesNotDependOnTheOrderOrSizeOfBlocks) {
  SectorTally tally(1, 4, 2);
  tally.add(block_of(0, 2, {3, 3}));
  tally.add(block_of(1, 0, {1, 3, 3, 4}));
  tally.add(block_of(0, 0, {1, 2}));
  EXPECT_EQ(tally.histograms()[0], sector_of({{1, 2, 3, 3}, {1, 3, 3, 4}}).sides[0].count);
}

TEST(Sector, AddsTrustsByTypeWithThoseWithoutOneLast) {
  const Sector sector = sector_of({{1, 2, 3, 3}, {1, 3, 3, 4}, {4, 4, 4, 4}});
  EXPECT_EQ(sector.types, (std::vector<std::string>{"Large", "not stated"}));
  EXPECT_EQ(sector.type_trusts, (std::vector<std::uint64_t>{2, 1}));
  EXPECT_EQ(sector.sides[0].by_type[0], (std::array<double, 4>{0.25, 0.25, 0.5, 1}));
  EXPECT_EQ(sector.sides[0].from_to[3][3], 1.25);
}

TEST(CountSpread, HasMeanSdAndQuantilesOfTheCounts) {
  const CountSpread spread = spread_of(CountHistogram{1, 2, 1});  // 0, 1, 1, 2
  EXPECT_DOUBLE_EQ(spread.mean, 1.0);
  EXPECT_DOUBLE_EQ(spread.sd, std::sqrt(2.0 / 3));
  EXPECT_EQ(spread.quantiles, (std::array<double, 5>{0, 0, 1, 1, 2}));
}

TEST(CountSpread, OfIndependentTrustsIsTheSumOfTheirOwnVariances) {
  const Sector sector = sector_of({{1, 2, 3, 3}, {1, 3, 3, 4}});
  // good: p = 1/2 twice, each with the sample variance 1/4 x 4/3
  EXPECT_DOUBLE_EQ(sector.sides[0].independent_sd[2], std::sqrt(2.0 / 3));
  EXPECT_DOUBLE_EQ(spread_ratio(sector.sides[0], 2), 1.0);  // 0, 1, 2, 1 trusts: the same sd
}

TEST(CountSpread, RatioIsUnknownWhereNoTrialDiffers) {
  EXPECT_TRUE(std::isnan(spread_ratio(sector_of({{3, 3}, {3, 3}}).sides[0], 2)));
}

/// 40 trusts that are good where a normal with this loading on a common factor is positive.
double ratio_with(double loading) {
  constexpr std::size_t trials = 8192, trusts = 40;
  std::vector<Trials> grades;
  std::vector<double> z(trials);
  for (std::size_t trust = 0; trust < trusts; ++trust) {
    const sample::Sampler sampler(1, "T" + std::to_string(trust), {{"latent", Each::run, 0, loading}}, {});
    sample::Sampler::Window window(sampler, trials);
    window.start(0, trials);
    Trials own;
    for (std::size_t t = 0; t < trials; ++t) own.push_back(window.z(0)[t] > 0 ? 3 : 2);
    grades.push_back(std::move(own));
  }
  return spread_ratio(sector_of(grades).sides[0], 2);
}

TEST(CommonFactor, LeavesTheSpreadOfIndependentTrustsWithoutALoading) {
  EXPECT_NEAR(ratio_with(0), 1, 4 / std::sqrt(2.0 * 8192));
}

TEST(CommonFactor, WidensTheSpreadOfCounts) {
  // Two trusts have correlation 0.25, so their signs asin(0.25) / (pi / 2) = 0.1609, and 40 of them the variance ratio
  // 1 + 39 x 0.1609 = 7.27. The sd of 8,192 trials is known to 0.8 %.
  EXPECT_NEAR(ratio_with(0.5), std::sqrt(7.274), 4 * std::sqrt(7.274 / (2.0 * 8192)));
}

}  // namespace
}  // namespace uor::tally
