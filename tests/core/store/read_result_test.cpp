#include "core/uor/store/read_result.hpp"

#include <H5Cpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"
#include "tests/core/store/made_up_run.hpp"

namespace uor::store {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class ReadResult : public testing::Test {
 protected:
  void SetUp() override { path_ = testing::TempDir() + "uor_read_" + std::to_string(::getpid()) + ".h5"; }
  void TearDown() override { std::filesystem::remove(path_); }

  void write(const model::Header& header, std::size_t block_trials = 8) {
    Hdf5Sink sink(path_);
    play(header, block_trials, sink);
  }

  // Opens the finished file for a change that no run would make.
  H5::H5File reopen() { return H5::H5File(path_, H5F_ACC_RDWR); }

  void expect_refused(const std::string& message) {
    EXPECT_THAT([&] { read_result(path_); }, ThrowsMessage<Error>(HasSubstr(message)));
  }

  std::string path_;
};

TEST_F(ReadResult, HeaderComesBackAsItWas) {
  const model::Header in = made_up_header();
  write(in);
  const Result result = read_result(path_);
  const model::Header& out = result.header;
  EXPECT_EQ(out.scenario_name, in.scenario_name);
  EXPECT_EQ(out.scenario_title, in.scenario_title);
  EXPECT_EQ(out.question, in.question);
  EXPECT_EQ(out.sides, in.sides);
  EXPECT_EQ(out.side_titles, in.side_titles);
  EXPECT_EQ(out.months, 3);
  EXPECT_EQ(out.assessment_month, 2);
  EXPECT_EQ(out.trials, 20u);
  EXPECT_EQ(out.seed, 0xFFFFFFFFFFFFFFF1ULL);
  EXPECT_TRUE(out.moving_benchmarks);
  EXPECT_TRUE(out.keep.ratings && out.keep.scores && out.keep.metrics && out.keep.metrics_by_month &&
              out.keep.drivers && out.keep.quantities);
  EXPECT_EQ(out.kloes, in.kloes);
  EXPECT_EQ(out.driver_monthly, in.driver_monthly);
  EXPECT_EQ(out.limiters, in.limiters);
  EXPECT_EQ(out.characteristics, in.characteristics);
  EXPECT_EQ(out.notes, in.notes);
  EXPECT_EQ(out.version, in.version);
  EXPECT_EQ(out.commit, in.commit);
  EXPECT_EQ(out.host, in.host);
  EXPECT_EQ(out.cuts, in.cuts);
  EXPECT_EQ(result.seconds, 1.5);
  EXPECT_EQ(result.path, path_);
  EXPECT_EQ(result.started.size(), std::string("2018-04-01T00:00:00Z").size());
  EXPECT_LE(result.started, result.finished);
}

TEST_F(ReadResult, TrustsComeBackWithWhatWasAssumedOfThem) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  ASSERT_EQ(out.trusts.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(out.trusts[i].code, in.trusts[i].code);
    EXPECT_EQ(out.trusts[i].name, in.trusts[i].name);
    EXPECT_EQ(out.trusts[i].type, in.trusts[i].type);
    EXPECT_EQ(out.trusts[i].text, in.trusts[i].text);
    EXPECT_EQ(out.trusts[i].path, in.trusts[i].path);
    EXPECT_EQ(out.trusts[i].metrics_reported, in.trusts[i].metrics_reported);
    EXPECT_EQ(out.trusts[i].assumed, in.trusts[i].assumed);
    EXPECT_EQ(out.trusts[i].warnings, in.trusts[i].warnings);
  }
}

TEST_F(ReadResult, ALineBreakInAnEntryBecomesASpace) {
  model::Header header = made_up_header();
  header.trusts[0].warnings = {"one\nline", "another"};
  write(header);
  EXPECT_EQ(read_result(path_).header.trusts[0].warnings, (std::vector<std::string>{"one line", "another"}));
}

void expect_same(const std::vector<Quantity>& in, const std::vector<Quantity>& out) {
  ASSERT_EQ(in.size(), out.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    EXPECT_EQ(out[i].id, in[i].id);
    EXPECT_EQ(out[i].unit, in[i].unit);
    EXPECT_EQ(out[i].title, in[i].title);
    EXPECT_EQ(out[i].kind, in[i].kind);
    EXPECT_EQ(out[i].behaviour, in[i].behaviour);
    EXPECT_EQ(out[i].polarity, in[i].polarity);
    EXPECT_EQ(out[i].lower, in[i].lower);
    EXPECT_EQ(out[i].upper, in[i].upper);
    EXPECT_EQ(out[i].likely_lower, in[i].likely_lower);
    EXPECT_EQ(out[i].likely_upper, in[i].likely_upper);
    EXPECT_EQ(out[i].nominal, in[i].nominal);
    EXPECT_EQ(out[i].standing, in[i].standing);
    EXPECT_EQ(out[i].source, in[i].source);
    EXPECT_EQ(out[i].plugin, in[i].plugin);
  }
}

TEST_F(ReadResult, QuantitiesComeBackWithUnitTitleAndPolarity) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  expect_same(in.metrics, out.metrics);
  expect_same(in.summarised, out.summarised);
  expect_same(in.drivers, out.drivers);
  expect_same(in.quantities, out.quantities);
}

TEST_F(ReadResult, ProvenanceComesBackVerbatim) {
  const model::Header in = made_up_header();
  write(in);
  const model::Header out = read_result(path_).header;
  ASSERT_EQ(out.inputs.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(out.inputs[i].role, in.inputs[i].role);
    EXPECT_EQ(out.inputs[i].path, in.inputs[i].path);
    EXPECT_EQ(out.inputs[i].sha256, in.inputs[i].sha256);
    EXPECT_EQ(out.inputs[i].text, in.inputs[i].text);
  }
  ASSERT_EQ(out.plugins.size(), 1u);
  EXPECT_EQ(out.plugins[0].id, "clinical");
  EXPECT_EQ(out.plugins[0].version, "1.0.0");
  EXPECT_EQ(out.plugins[0].path, "plugins/kloe_clinical.so");
  EXPECT_EQ(out.plugins[0].sha256, "ab12");
}

void expect_same(const tally::SideSummary& in, const tally::SideSummary& out) {
  EXPECT_EQ(out.rating, in.rating);
  EXPECT_EQ(out.combined, in.combined);
  EXPECT_EQ(out.quality, in.quality);
  EXPECT_EQ(out.rating_by_month, in.rating_by_month);
  EXPECT_EQ(out.kloe, in.kloe);
  EXPECT_EQ(out.migration, in.migration);
  EXPECT_EQ(out.expected_score, in.expected_score);
  EXPECT_EQ(out.expected_score_sd, in.expected_score_sd);
  EXPECT_EQ(out.benchmarks, in.benchmarks);
  EXPECT_EQ(out.expected_score_change, in.expected_score_change);
  EXPECT_EQ(out.expected_score_change_se, in.expected_score_change_se);
  EXPECT_EQ(out.mean_change, in.mean_change);
  EXPECT_EQ(out.mean_change_se, in.mean_change_se);
  EXPECT_EQ(out.limiter_fired, in.limiter_fired);
  EXPECT_EQ(out.characteristic_held, in.characteristic_held);
  EXPECT_EQ(out.beside_by_month, in.beside_by_month);
  ASSERT_EQ(out.moments.size(), in.moments.size());
  for (std::size_t i = 0; i < in.moments.size(); ++i) {
    EXPECT_EQ(out.moments[i].mean, in.moments[i].mean);
    EXPECT_EQ(out.moments[i].sd, in.moments[i].sd);
    EXPECT_EQ(out.moments[i].minimum, in.moments[i].minimum);
    EXPECT_EQ(out.moments[i].maximum, in.moments[i].maximum);
    EXPECT_EQ(out.moments[i].quantiles, in.moments[i].quantiles);
  }
}

TEST_F(ReadResult, SummariesOfEveryTrustAndSideComeBackAsTheyWere) {
  const model::Header header = made_up_header();
  write(header);
  const Result result = read_result(path_);
  ASSERT_EQ(result.summaries.size(), 2u);
  for (std::size_t trust = 0; trust < 2; ++trust) {
    const tally::Summary in = made_up_summary(header, trust);
    const tally::Summary& out = result.summaries[trust];
    EXPECT_EQ(out.trust, trust);
    EXPECT_EQ(out.trials, in.trials);
    EXPECT_EQ(out.implausible, in.implausible);
    ASSERT_EQ(out.sides.size(), 2u);
    for (std::size_t side = 0; side < 2; ++side) expect_same(in.sides[side], out.sides[side]);
  }
}

TEST_F(ReadResult, TheSectorOfSeveralTrustsComesBack) {
  const model::Header header = made_up_header();
  write(header);
  const auto sector = read_result(path_).sector;
  ASSERT_TRUE(sector.has_value());
  // The two trusts are never rated alike, and each holds each rating in a quarter of 20 trials.
  EXPECT_EQ(sector->sides[1].count[2], (tally::CountHistogram{10, 10, 0}));
  EXPECT_EQ(sector->types, (std::vector<std::string>{"Acute - Large", "Acute - Small"}));
  EXPECT_EQ(sector->sides[0].by_type[1], made_up_summary(header, 1).sides[0].rating);
  EXPECT_EQ(sector->sides[0].migration[0][1],
            made_up_summary(header, 0).sides[0].migration[0][1] + made_up_summary(header, 1).sides[0].migration[0][1]);
}

TEST_F(ReadResult, ARunOfOneTrustHasNoSector) {
  model::Header header = made_up_header();
  header.trusts.resize(1);
  write(header);
  EXPECT_FALSE(read_result(path_).sector.has_value());
  EXPECT_FALSE(reopen().nameExists("sector_count"));
}

TEST_F(ReadResult, ASectorOfAnotherSizeIsRefusedAsDamage) {
  write(made_up_header());
  {
    H5::H5File file = reopen();
    file.unlink("sector_count");
    const hsize_t size = 3;
    file.createDataSet("sector_count", H5::PredType::STD_U64LE, H5::DataSpace(1, &size));
  }
  expect_refused("is damaged (");
}

TEST_F(ReadResult, ARunWithoutLimitersNotesOrKeptTrialsComesBackToo) {
  model::Header header = made_up_header();
  header.keep = {};
  header.limiters.clear();
  header.characteristics.clear();
  header.notes.clear();
  header.drivers.clear();
  header.driver_monthly.clear();
  header.quantities.clear();
  write(header);
  const Result result = read_result(path_);
  EXPECT_TRUE(result.header.limiters.empty());
  EXPECT_TRUE(result.header.notes.empty());
  EXPECT_FALSE(result.header.keep.metrics);
  EXPECT_EQ(result.summaries[1].sides[1].rating, made_up_summary(header, 1).sides[1].rating);
}

TEST_F(ReadResult, FinalRatingsComeBackTrialByTrial) {
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

TEST_F(ReadResult, AKeptRowComesBackByTrial) {
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

TEST_F(ReadResult, ARowThatWasNotKeptIsRefused) {
  model::Header header = made_up_header();
  header.keep = {};
  write(header);
  EXPECT_THROW(read_kept(read_result(path_), Kept::score, 0, 0, 0, 0), std::out_of_range);
}

TEST_F(ReadResult, TrialsDoNotDependOnTheBlocksTheyCameIn) {
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

TEST_F(ReadResult, ManyChunksOfOneTrustAreAllWritten) {
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

TEST_F(ReadResult, AMissingFileIsRefused) { expect_refused("cannot be read (No such file or directory)"); }

TEST_F(ReadResult, AFolderIsRefused) {
  EXPECT_THAT([] { read_result(testing::TempDir()); }, ThrowsMessage<Error>(HasSubstr("is a folder")));
}

TEST_F(ReadResult, AnEmptyFileIsRefused) {
  std::ofstream{path_};
  expect_refused("is empty");
}

TEST_F(ReadResult, ATextFileIsRefused) {
  std::ofstream(path_) << "schema = 1\nname = \"a scenario\"\n";
  expect_refused("is not a result file (it is not HDF5), name a file that 'uor run' wrote");
}

TEST_F(ReadResult, AForeignHdf5FileIsRefused) {
  { H5::H5File(path_, H5F_ACC_TRUNC).createGroup("someone"); }
  expect_refused("is HDF5 but not a result file (it has no attribute format = 'uor-result')");
}

TEST_F(ReadResult, AFileCutShortIsRefusedWhereverItEnds) {
  write(made_up_header());
  const std::uintmax_t size = std::filesystem::file_size(path_);
  for (const std::uintmax_t left : {size - 1, size / 2, std::uintmax_t{512}, std::uintmax_t{40}}) {
    std::filesystem::resize_file(path_, left);
    expect_refused("is cut short or damaged (");
  }
}

TEST_F(ReadResult, AnUnfinishedFileIsRefused) {
  write(made_up_header());
  { reopen().openGroup("/").removeAttr("complete"); }
  expect_refused("was never finished (it has no attribute 'complete')");
}

TEST_F(ReadResult, ANewerFormatIsRefusedNamingWhatReadsIt) {
  write(made_up_header());
  {
    const int newer = 2;
    const H5::H5File file = reopen();
    file.openGroup("/").openAttribute("format_version").write(H5::PredType::NATIVE_INT, &newer);
  }
  expect_refused("is of format version 2 (this program reads up to 1), read it with uor 1.0.0 or newer");
}

TEST_F(ReadResult, AFileWithoutOneOfItsArraysIsDamaged) {
  write(made_up_header());
  { reopen().unlink("rating_count"); }
  expect_refused("is damaged (");
}

TEST_F(ReadResult, AnArrayOfAnotherSizeIsDamage) {
  write(made_up_header());
  {
    const H5::H5File file = reopen();
    file.unlink("rating_count");
    const hsize_t one = 1;
    file.createDataSet("rating_count", H5::PredType::STD_U64LE, H5::DataSpace(1, &one));
  }
  expect_refused("'rating_count' has another size than its axes");
}

TEST_F(ReadResult, OneTrialHasItsValuesInEveryArray) {
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
