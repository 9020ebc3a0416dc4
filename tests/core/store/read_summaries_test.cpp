#include "tests/core/store/written_result.hpp"

namespace uor::store {
namespace {

using ReadSummaries = WrittenResult;

void expect_same(const tally::Estimates4& in, const tally::Estimates4& out) {
  for (std::size_t grade = 0; grade < 4; ++grade) {
    EXPECT_EQ(out[grade].value, in[grade].value);
    EXPECT_EQ(out[grade].standard_error, in[grade].standard_error);
  }
}

void expect_same(const tally::ConditionalOdds& in, const tally::ConditionalOdds& out) {
  expect_same(in.rating, out.rating);
  expect_same(in.change, out.change);
  EXPECT_EQ(out.good_or_better.standard_error, in.good_or_better.standard_error);
  EXPECT_EQ(out.good_or_better_change.value, in.good_or_better_change.value);
  EXPECT_EQ(out.expected_rating.value, in.expected_rating.value);
  EXPECT_EQ(out.expected_rating_change.standard_error, in.expected_rating_change.standard_error);
  EXPECT_EQ(out.from_to, in.from_to);
  ASSERT_EQ(out.by_month.size(), in.by_month.size());
  for (std::size_t month = 0; month < in.by_month.size(); ++month) expect_same(in.by_month[month], out.by_month[month]);
  ASSERT_EQ(out.combined.has_value(), in.combined.has_value());
  if (in.combined) expect_same(*in.combined, *out.combined);
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
  ASSERT_TRUE(out.conditional);
  expect_same(*in.conditional, *out.conditional);
  ASSERT_EQ(out.moments.size(), in.moments.size());
  for (std::size_t i = 0; i < in.moments.size(); ++i) {
    EXPECT_EQ(out.moments[i].mean, in.moments[i].mean);
    EXPECT_EQ(out.moments[i].sd, in.moments[i].sd);
    EXPECT_EQ(out.moments[i].minimum, in.moments[i].minimum);
    EXPECT_EQ(out.moments[i].maximum, in.moments[i].maximum);
    EXPECT_EQ(out.moments[i].quantiles, in.moments[i].quantiles);
  }
}

TEST_F(ReadSummaries, SummariesOfEveryTrustAndSideComeBackAsTheyWere) {
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

TEST_F(ReadSummaries, FurtherScoresBesideTheRatingComeBack) {
  model::Header in = made_up_header();
  in.more_beside = {"staff_score", "estate_score"};
  in.more_beside_titles = {"Staff score", "Estate score"};
  write(in);
  const Result result = read_result(path_);
  EXPECT_EQ(result.header.more_beside, in.more_beside);
  EXPECT_EQ(result.header.more_beside_titles, in.more_beside_titles);
  const tally::SideSummary side = made_up_summary(in, 1).sides[1];
  ASSERT_EQ(side.beside_by_month.size(), 9u);
  EXPECT_EQ(result.summaries[1].sides[1].beside_by_month, side.beside_by_month);
}

TEST_F(ReadSummaries, TheSectorOfSeveralTrustsComesBack) {
  const model::Header header = made_up_header();
  write(header);
  const auto sector = read_result(path_).sector;
  ASSERT_TRUE(sector.has_value());
  // The two trusts are never rated alike, and each holds each rating in a quarter of 20 trials.
  EXPECT_EQ(sector->sides[1].count[2], (tally::CountHistogram{10, 10, 0}));
  EXPECT_EQ(sector->types, (std::vector<std::string>{"Acute - Large", "Acute - Small"}));
  EXPECT_EQ(sector->sides[1].held[2], (std::vector<double>{0.5, 0.5, 0}));
  EXPECT_EQ(sector->sides[0].by_type[1][2], made_up_summary(header, 1).sides[0].conditional->rating[2].value);
  EXPECT_EQ(sector->sides[0].from_to[0][1], made_up_summary(header, 0).sides[0].conditional->from_to[0][1] +
                                                made_up_summary(header, 1).sides[0].conditional->from_to[0][1]);
}

TEST_F(ReadSummaries, ARunThatCountsHasNoOddsInClosedForm) {
  model::Header header = made_up_header();
  header.in_closed_form = false;
  write(header);
  EXPECT_FALSE(read_result(path_).summaries[0].sides[1].conditional);
  EXPECT_FALSE(reopen().nameExists("rating_odds"));
}

TEST_F(ReadSummaries, OddsThatCannotBeAreDamage) {
  write(made_up_header());
  {
    H5::H5File file = reopen();
    H5::DataSet odds = file.openDataSet("rating_odds");
    std::vector<double> values(2 * 2 * 4);
    odds.read(values.data(), H5::PredType::NATIVE_DOUBLE);
    values[5] += 0.01;
    odds.write(values.data(), H5::PredType::NATIVE_DOUBLE);
  }
  expect_refused("'rating_odds' of trust 'RB2'");
}

TEST_F(ReadSummaries, ARunOfOneTrustHasNoSector) {
  model::Header header = made_up_header();
  header.trusts.resize(1);
  write(header);
  EXPECT_FALSE(read_result(path_).sector.has_value());
  EXPECT_FALSE(reopen().nameExists("sector_count"));
}

TEST_F(ReadSummaries, ASectorOfAnotherSizeIsRefusedAsDamage) {
  write(made_up_header());
  {
    H5::H5File file = reopen();
    file.unlink("sector_count");
    const hsize_t size = 3;
    file.createDataSet("sector_count", H5::PredType::STD_U64LE, H5::DataSpace(1, &size));
  }
  expect_refused("is damaged (");
}

}  // namespace
}  // namespace uor::store
