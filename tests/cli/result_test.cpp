#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/result_json.hpp"
#include "cli/result_path.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/base/error.hpp"
#include "tests/cli/made_up_run.hpp"

namespace uor::cli {
namespace {

using testing::HasSubstr;

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

class ResultOfARun : public testing::Test {
 protected:
  model::Header header_ = made_up_header();
  tally::Summary summary_ = made_up_summary();
  TrustView view_{header_, summary_, Style(false)};
};

TEST_F(ResultOfARun, ShowsOddsWithErrorsAndThePairedChange) {
  const std::string text = joined(odds_block(view_));
  EXPECT_THAT(text, HasSubstr("30.0 ±1.4"));  // sqrt(0.3 * 0.7 / 1000) = 1.449 %
  const std::string one_number = joined(one_number_block(view_));
  EXPECT_THAT(one_number, HasSubstr("2.650 ±"));
  EXPECT_THAT(one_number, HasSubstr("+0.050 ±0.007"));  // 50 of 1000 trials by one: sqrt(0.0475 / 1000)
  EXPECT_THAT(one_number, HasSubstr("+5.0 ±0.7"));      // good or better
}

TEST_F(ResultOfARun, ShowsWhoMovedBesideTheKloes) {
  const std::string text = joined(movement_block(view_, {}, 1));
  EXPECT_THAT(text, HasSubstr("req. imp.                0        250    50       0"));
  EXPECT_THAT(text, HasSubstr("clinical   2.50 -> 2.50   40.0 -> 40.0"));
}

TEST_F(ResultOfARun, ShowsTheMetricsThatMovedAndWhetherThatIsBetter) {
  const std::string text = joined(metrics_block(view_, 1));
  EXPECT_THAT(text, HasSubstr("Did-not-attend rate, percent"));
  EXPECT_THAT(text, HasSubstr("7.20      6.20  -1.00 ±0.010  better"));
}

TEST_F(ResultOfARun, SaysWhenNoMetricMoved) { EXPECT_EQ(metrics_block(view_, 0), Lines{"No metric moved."}); }

TEST_F(ResultOfARun, ShowsTheMeanFinanceScoreByMonth) {
  EXPECT_THAT(joined(finance_block(view_)), HasSubstr("baseline               2.5  2.5"));
}

TEST_F(ResultOfARun, ShowsOnlyLimitsThatHoldInSomeTrial) {
  const std::string text = joined(limits_block(view_));
  EXPECT_THAT(text, HasSubstr("Limit: special_measures"));
  EXPECT_THAT(text, testing::Not(HasSubstr("surplus")));
}

TEST_F(ResultOfARun, ColoursOnlyWhatIsBetterOrWorse) {
  const TrustView coloured{header_, summary_, Style(true)};
  EXPECT_THAT(joined(metrics_block(coloured, 1)), HasSubstr("\x1b[32mbetter\x1b[0m"));
}

TEST_F(ResultOfARun, IsOneJsonObject) {
  const auto json = json_of_run(ask::Library(), header_, {}, {summary_}, nullptr, {2.0, 7}, "r.h5");
  EXPECT_EQ(json["trials_per_second"], 500.0);
  EXPECT_EQ(json["version"], "9.8.7");
  ASSERT_EQ(json["results"].size(), 2U);
  const auto& later = json["results"][1];
  EXPECT_EQ(later["ratings"]["good"], 0.55);
  EXPECT_EQ(later["kloe"]["finance"]["requires_improvement"], 0.4);
  EXPECT_EQ(later["migration"][1][2], 50);
  EXPECT_EQ(later["metrics"]["dna_rate"]["change"], -1.0);
  EXPECT_EQ(json["results"][0]["migration"][2][2], 500);
}

TEST_F(ResultOfARun, GoesToAFileNamedAfterScenarioAndTrust) {
  EXPECT_EQ(default_out(header_, {"MINE"}), "runs/later-MINE.h5");
  EXPECT_EQ(default_out(header_, {"all"}), "runs/later-all.h5");
  header_.trusts.resize(3);
  EXPECT_EQ(default_out(header_, {"A", "B", "C"}), "runs/later-3-trusts.h5");
}

}  // namespace
}  // namespace uor::cli
