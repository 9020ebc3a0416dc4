#include "core/uor/analyse/worth.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace uor::analyse {
namespace {

model::Header header_of(std::size_t drivers, int months) {
  model::Header header;
  header.trusts.resize(1);
  header.months = months;
  header.assessment_month = months;
  header.keep.drivers = header.keep.latent = true;
  header.drivers.resize(drivers);
  header.driver_monthly.assign(drivers, false);
  return header;
}

/// latent = a x + b y of independent normals, with z beside them, in blocks of 1,000 trials.
std::vector<Worth> known_answer(double a, double b, std::size_t blocks) {
  std::mt19937_64 random(7);
  std::normal_distribution<double> normal;
  WorthSink sink;
  sink.begin(header_of(3, 1));
  for (std::size_t i = 0; i < blocks; ++i) {
    tally::Block block;
    block.count = 1000;
    block.driver.resize(3 * block.count);
    for (double& value : block.driver) value = 5 + normal(random);
    for (std::size_t t = 0; t < block.count; ++t)
      block.latent.push_back(a * block.driver[t] + b * block.driver[block.count + t]);
    sink.block(block);
  }
  return sink.worths();
}

TEST(Worth, IsTheShareOfVarianceOfEachOfTwoIndependentNormals) {
  const double a = 3, b = 4;
  const std::vector<Worth> worths = known_answer(a, b, 20);
  EXPECT_NEAR(worths[0].share, 9.0 / 25, 4 * worths[0].standard_error);
  EXPECT_NEAR(worths[1].share, 16.0 / 25, 4 * worths[1].standard_error);
  EXPECT_LT(worths[0].standard_error, 0.01);
}

TEST(Worth, OfADriverThatMovesNothingIsWithinItsStandardErrorOfNothing) {
  const Worth nothing = known_answer(3, 4, 20)[2];
  EXPECT_LT(nothing.share, 4 * nothing.standard_error);
}

TEST(Worth, ItsStandardErrorIsTheSpreadOverRepeatedRuns) {
  std::mt19937_64 random(11);
  std::normal_distribution<double> normal;
  constexpr int runs = 400, trials = 500;
  double sum = 0, square = 0;
  for (int i = 0; i < runs; ++i) {
    Correlation correlation;
    for (int t = 0; t < trials; ++t) {
      const double x = normal(random);
      correlation.add(x, 0.6 * x + 0.8 * normal(random));
    }
    sum += correlation.squared();
    square += correlation.squared() * correlation.squared();
  }
  const double spread = std::sqrt(square / runs - sum * sum / runs / runs);
  const double stated = standard_error_of_share(0.36, trials);
  EXPECT_NEAR(spread, stated, 4 * stated / std::sqrt(2.0 * runs));  // standard error of a standard deviation
}

TEST(Worth, OfAConstantIsNothing) {
  Correlation correlation;
  for (int t = 0; t < 10; ++t) correlation.add(2.0, t);
  EXPECT_EQ(correlation.squared(), 0.0);
}

TEST(Worth, OfAMonthlyDriverIsThatOfItsMeanUpToTheAssessment) {
  model::Header header = header_of(1, 3);
  header.assessment_month = 2;
  header.driver_monthly = {true};
  WorthSink sink;
  sink.begin(header);
  tally::Block block;
  block.count = 3;
  block.driver = {1, 2, 3, 3, 2, 7, 100, -50, 8};  // [month][trial]; means up to month 2 are 2, 2, 5
  block.latent = {2, 2, 5};
  sink.block(block);
  EXPECT_DOUBLE_EQ(sink.worths()[0].share, 1.0);
}

}  // namespace
}  // namespace uor::analyse
