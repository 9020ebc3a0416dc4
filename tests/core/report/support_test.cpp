#include "core/uor/report/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor::report {
namespace {

using test::message_of;
using testing::HasSubstr;

const std::string shipped = UOR_SOURCE_DIR "/policies/support_needs.toml";

std::vector<std::string> rules_of(const SupportNeeds& needs) {
  std::vector<std::string> ids;
  for (const SupportNeed& need : needs.needs) ids.push_back(need.rule);
  return ids;
}

SupportFacts in_order() {
  SupportFacts facts;
  facts.rating = {0, 0.1, 0.8, 0.1};
  facts.finance = {0.6, 0.4, 0, 0};
  facts.kloes = {{"people", "People", 2.9}};
  facts.finance_metrics = {{"liquidity", "Liquidity", 1.2, "5 days"}};
  facts.metrics = {{"dna_rate", "Did-not-attend rate", "6.0 %", "7.2 %", 1}};
  return facts;
}

TEST(SupportNeeds, ATrustInOrderHasNone) {  // M002
  const SupportNeeds needs = support_needs(in_order(), read_support_rules(shipped));
  EXPECT_TRUE(needs.needs.empty());
  EXPECT_THAT(needs.together, HasSubstr("both in order"));
  EXPECT_EQ(needs.since, "");
}

TEST(SupportNeeds, FinanceScoreAndRatingAreReadTogetherInFourWays) {  // M129
  const SupportRules rules = read_support_rules(shipped);
  SupportFacts facts = in_order();
  facts.finance = {0, 0.1, 0.5, 0.4};
  EXPECT_THAT(support_needs(facts, rules).together, HasSubstr("finance score is poor"));
  facts.rating = {0.2, 0.6, 0.2, 0};
  EXPECT_THAT(support_needs(facts, rules).together, HasSubstr("Both are poor"));
  facts.finance = {0.9, 0.1, 0, 0};
  EXPECT_THAT(support_needs(facts, rules).together, HasSubstr("Finances are in order"));
}

TEST(SupportNeeds, EachTriggerSpeaksOfWhatItLooksAt) {
  SupportFacts facts = in_order();
  facts.rating = {0.3, 0.5, 0.2, 0};
  facts.finance = {0, 0.2, 0.4, 0.4};
  facts.kloes[0].mean = 1.8;
  facts.finance_metrics[0].mean = 3.8;
  facts.metrics[0].quarter = 4;
  facts.metrics[0].change = "deteriorated from 7.0 to 9.5";
  facts.last.use_of_resources = 3;
  facts.last.date = "2018-06-26";
  const SupportNeeds needs = support_needs(facts, read_support_rules(shipped));
  EXPECT_EQ(rules_of(needs), (std::vector<std::string>{"finance_score", "finance_metric", "rating", "key_line",
                                                       "outlier", "deteriorated", "since_last"}));
  EXPECT_DOUBLE_EQ(*needs.needs[0].share, 0.8);
  EXPECT_THAT(needs.needs[5].words, HasSubstr("deteriorated from 7.0 to 9.5"));
  EXPECT_THAT(needs.needs[6].words, AllOf(HasSubstr("good"), HasSubstr("26 June 2018")));
  for (const SupportNeed& need : needs.needs) EXPECT_FALSE(need.source.empty());
}

TEST(SupportNeeds, SinceTheLastAssessmentSaysWhereTheOddsAreNow) {  // M130
  SupportFacts facts = in_order();
  facts.last.use_of_resources = 2;
  facts.last.date = "2018-06-26";
  EXPECT_THAT(support_needs(facts, read_support_rules(shipped)).since,
              AllOf(HasSubstr("requires improvement (26 June 2018)"), HasSubstr("higher in 90")));
}

TEST(SupportRules, AWordThatIsNoneIsRefusedWithItsPlace) {
  std::ostringstream text;
  text << std::ifstream(shipped).rdbuf();
  std::string wrong = text.str();
  wrong.replace(wrong.find("\"finance_metric\"\nfrom"), 16, "\"finance_metrik\"");
  const test::TemporaryFile file(wrong, ".toml");
  EXPECT_THAT(message_of([&] { read_support_rules(file.path()); }),
              AllOf(HasSubstr("finance_metrik"), HasSubstr("finance_metric"), HasSubstr(":")));
}

}  // namespace
}  // namespace uor::report
