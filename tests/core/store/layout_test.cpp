#include "core/uor/store/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/store/made_up_run.hpp"

namespace uor::store {
namespace {

using testing::ElementsAre;

const AxisNames metric_axes = {"scenario", "trust", "metric", "month", "trial"};

TEST(TrialShape, FewTrialsOfAllRowsAndScenariosOfATrustShareAChunk) {
  const TrialShape shape = shape_of(metric_axes, sizeof(double), made_up_header());
  EXPECT_THAT(shape.lengths, ElementsAre(2, 2, 2, 3, 20));
  EXPECT_THAT(shape.chunk, ElementsAre(2, 1, 2, 3, 20));
  EXPECT_EQ(shape.rows, 12u);
  EXPECT_EQ(shape.chunks, 2u);
  EXPECT_EQ(shape.stored_values, 2u * 2 * 2 * 3 * 20);
}

TEST(TrialShape, RowsAreSpreadEvenlyOverChunksOfAtMostThirtyTwoKibibytes) {
  model::Header header = made_up_header();
  header.trials = 100;
  header.metrics.resize(20);
  const TrialShape shape = shape_of(metric_axes, sizeof(double), header);
  EXPECT_THAT(shape.chunk, ElementsAre(1, 1, 10, 3, 100)) << "13 rows of 2,400 bytes would fit";
  EXPECT_EQ(shape.chunks, 2u * 2 * 2);
  EXPECT_EQ(shape.stored_values, 2u * 2 * 20 * 3 * 100);
}

TEST(TrialShape, AChunkOfManyTrialsHoldsAllMonthsOfOneRow) {
  model::Header header = made_up_header();
  header.trials = 2000;
  const TrialShape shape = shape_of(metric_axes, sizeof(double), header);
  EXPECT_THAT(shape.chunk, ElementsAre(1, 1, 1, 3, 2000));
  EXPECT_EQ(shape.chunks, 8u);
}

TEST(TrialShape, ChunksStayUnderAMebibyteAndAreNearlyFull) {
  model::Header header = made_up_header();
  header.months = 12;
  header.trials = 100000;
  const TrialShape shape = shape_of(metric_axes, sizeof(double), header);
  const std::size_t trials = shape.chunk.back();
  EXPECT_LE(trials * 12 * sizeof(double), std::size_t{1} << 20);
  EXPECT_EQ(trials % 8, 0u);
  const double waste = static_cast<double>(shape.stored_values) / (2.0 * 2 * 2 * 12 * 100000) - 1;
  EXPECT_LT(waste, 0.01);
}

TEST(TrialShape, ChunksOfAllRowsTogetherStayUnderTheBuffer) {
  model::Header header = made_up_header();
  header.months = 60;
  header.trials = 100000;
  header.metrics.resize(40);
  const TrialShape shape = shape_of(metric_axes, sizeof(double), header);
  EXPECT_LE(shape.rows * shape.chunk.back() * sizeof(double), std::size_t{32} << 20);
  header.metrics.resize(4000);
  EXPECT_EQ(shape_of(metric_axes, sizeof(double), header).chunk.back(), 256u) << "never less than a batch";
}

TEST(TrialShape, AnAxisOfLengthZeroStoresNothing) {
  model::Header header = made_up_header();
  header.metrics.clear();
  EXPECT_EQ(shape_of(metric_axes, sizeof(double), header).stored_values, 0u);
}

TEST(TrialArrays, MetricsOfOneMonthHaveNoAxisOfMonths) {
  model::Header header = made_up_header();
  header.keep = {};
  header.keep.metrics = true;
  const auto arrays = value_arrays(header);
  ASSERT_EQ(arrays.size(), 1u);
  EXPECT_EQ(arrays[0].name, "metric_final");
  EXPECT_EQ(arrays[0].axes, (AxisNames{"scenario", "trust", "metric", "trial"}));
}

TEST(TrialArrays, OnlyTheFinalRatingsAreWrittenWhenNothingIsKept) {
  model::Header header = made_up_header();
  header.keep = {};
  EXPECT_EQ(rating_arrays(header).size(), 2u);
  EXPECT_TRUE(value_arrays(header).empty());
}

}  // namespace
}  // namespace uor::store
