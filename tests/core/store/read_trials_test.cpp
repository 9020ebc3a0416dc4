#include "tests/core/store/written_result.hpp"

namespace uor::store {
namespace {

using ReadTrials = WrittenResult;

TEST_F(ReadTrials, FinalRatingsComeBackTrialByTrial) {
  write(made_up_header());
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t trust = 0; trust < 2; ++trust) {
      const auto rating = read_final(path_, Final::rating, side, trust);
      const auto combined = read_final(path_, Final::combined, side, trust);
      ASSERT_EQ(rating.size(), 20u);
      for (std::size_t t = 0; t < 20; ++t) {
        EXPECT_EQ(rating[t], grade_of(trust, side, 2, t));
        EXPECT_EQ(combined[t], grade_of(trust, side, 3, t));
      }
    }
  }
  EXPECT_THROW(read_final(path_, Final::rating, 2, 0), std::out_of_range);
}

TEST_F(ReadTrials, AKeptRowComesBackByTrial) {
  const model::Header header = made_up_header();
  write(header);
  const Result result = read_result(path_);
  for (std::size_t side = 0; side < 2; ++side) {
    const auto metric = read_kept(result, Kept::metric, side, 1, 1, 2),
               final_metric = read_kept(result, Kept::final_metric, side, 1, 1, 0),
               score = read_kept(result, Kept::score, side, 0, 4, 0);
    ASSERT_EQ(metric.size(), 20u);
    for (std::size_t t = 0; t < 20; ++t) {
      EXPECT_EQ(metric[t], value_of(1, side, 1, 2, t));
      EXPECT_EQ(final_metric[t], value_of(1, side, 1, 1, t));
      EXPECT_EQ(score[t], value_of(0, side, 4, 0, t));
    }
  }
  EXPECT_THROW(read_kept(result, Kept::metric, 0, 0, 2, 0), std::out_of_range);
  EXPECT_THROW(read_kept(result, Kept::final_metric, 0, 0, 2, 0), std::out_of_range);
  EXPECT_THROW(read_kept(result, Kept::metric, 0, 0, 0, 3), std::out_of_range);
}

TEST_F(ReadTrials, ARowThatWasNotKeptIsRefused) {
  model::Header header = made_up_header();
  header.keep = {};
  write(header);
  EXPECT_THROW(read_kept(read_result(path_), Kept::score, 0, 0, 0, 0), std::out_of_range);
}

TEST_F(ReadTrials, TrialsDoNotDependOnTheBlocksTheyCameIn) {
  model::Header header = made_up_header();
  header.trials = 1003;
  std::vector<std::vector<std::uint8_t>> ratings;
  std::vector<std::vector<double>> metrics;
  for (const std::size_t block : {1003u, 256u, 8u}) {
    write(header, block);
    ratings.push_back(read_final(path_, Final::rating, 1, 1));
    const H5::DataSet array = H5::H5File(path_, H5F_ACC_RDONLY).openDataSet("metric_value");
    metrics.emplace_back(2 * 2 * 2 * 3 * 1003);
    array.read(metrics.back().data(), H5::PredType::NATIVE_DOUBLE);
  }
  EXPECT_EQ(ratings[0], ratings[1]);
  EXPECT_EQ(ratings[0], ratings[2]);
  EXPECT_EQ(metrics[0], metrics[1]);
  EXPECT_EQ(metrics[0], metrics[2]);
  // [scenario 1][trust 1][metric 1][month 2][trial 1002]
  EXPECT_EQ(metrics[0].back(), value_of(1, 1, 1, 2, 1002));
}

TEST_F(ReadTrials, ManyChunksOfOneTrustAreAllWritten) {
  model::Header header = made_up_header();
  header.months = 40;
  header.trials = 4000;  // in chunks of 40 months and at most 3,276 trials
  header.keep = {false, true, false, false, false};
  write(header, 512);
  const H5::DataSet array = H5::H5File(path_, H5F_ACC_RDONLY).openDataSet("score");
  std::vector<double> values(2 * 2 * 5 * 40 * 4000);
  array.read(values.data(), H5::PredType::NATIVE_DOUBLE);
  std::size_t i = 0;
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t trust = 0; trust < 2; ++trust) {
      for (std::size_t row = 0; row < 5; ++row) {
        for (std::size_t month = 0; month < 40; ++month) {
          for (std::size_t t = 0; t < 4000; ++t) ASSERT_EQ(values[i++], value_of(trust, side, row, month, t));
        }
      }
    }
  }
}

TEST_F(ReadTrials, OneTrialHasItsValuesInEveryArray) {
  write(made_up_header());
  const Result result = read_result(path_);
  const tally::Block block = read_trial(result, 1, 0, 13);
  EXPECT_EQ(block.final_rating, (std::vector<std::uint8_t>{grade_of(0, 1, 2, 13)}));
  EXPECT_EQ(block.rating.size(), 3u);
  ASSERT_EQ(block.metric.size(), 6u);  // [metric][month]
  for (std::size_t row = 0; row < 2; ++row) {
    for (std::size_t month = 0; month < 3; ++month)
      EXPECT_EQ(block.metric[row * 3 + month], value_of(0, 1, row, month, 13));
  }
  EXPECT_EQ(block.final_metric, (std::vector<double>{value_of(0, 1, 0, 1, 13), value_of(0, 1, 1, 1, 13)}));
  EXPECT_EQ(block.driver.size(), 3u);
  EXPECT_THROW(read_trial(result, 1, 0, 20), std::out_of_range);
  EXPECT_THROW(read_trial(result, 2, 0, 1), std::out_of_range);
}

}  // namespace
}  // namespace uor::store
