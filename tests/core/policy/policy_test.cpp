#include "core/uor/policy/policy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/policy/small_policy.hpp"

namespace uor::policy {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const Policy& small() {
  static const Policy policy = read_policy("small", test::policy_data);
  return policy;
}

TEST(Policy, KnowsItsFrame) {
  EXPECT_EQ(small().name, "small");
  EXPECT_EQ(small().title, "A small policy");
  EXPECT_EQ(small().default_year, "2018/19");
  EXPECT_EQ(small().cost_index, "national.cost_index_12m");
  EXPECT_EQ(small().fresh_credibility, 0.25);
}

TEST(Policy, MayBeNamedByItsPath) {
  EXPECT_EQ(read_policy(test::policy_data + "/small.toml", "elsewhere").name, "small");
}

TEST(Policy, MetricsKeepTheirOrder) {
  ASSERT_THAT(small().metrics, SizeIs(2));
  const Metric& dna = small().metrics[0];
  EXPECT_EQ(dna.id, "dna_rate");
  EXPECT_EQ(dna.kloe, "clinical");
  EXPECT_EQ(dna.polarity, -1);
  EXPECT_EQ(dna.unit, "percent");
  EXPECT_EQ(dna.lag_months, 3);
  EXPECT_FALSE(dna.money);
  EXPECT_EQ(dna.lower, 6.1);
  EXPECT_EQ(dna.median, 7.2);
  EXPECT_EQ(dna.upper, 8.4);
  EXPECT_EQ(dna.peer, 7.0);
  EXPECT_EQ(dna.standing, Standing::derived);
  EXPECT_EQ(dna.source, "benchmarks");
  const Metric* pay = small().find_metric("pay_cost_per_wau");
  ASSERT_NE(pay, nullptr);
  EXPECT_EQ(pay->polarity, 1);
  EXPECT_TRUE(pay->money);
  EXPECT_FALSE(pay->peer.has_value());
  EXPECT_EQ(small().find_metric("absent"), nullptr);
}

TEST(Policy, IncludedFilesGiveProfilesParametersDefaultsAndGroups) {
  EXPECT_EQ(small().profiles.at("emergency")[1], 1.1);
  EXPECT_EQ(small().parameters.at("clinical.dna_recovered_share").value, 0.4);
  EXPECT_EQ(small().year_parameters.at("2019/20").at("clinical.dna_recovered_share").standing, Standing::unverified);
  ASSERT_THAT(small().field_defaults, SizeIs(2));
  EXPECT_FALSE(small().field_defaults[0].derive);
  EXPECT_TRUE(small().field_defaults[1].derive);
  EXPECT_EQ(to_string(small().field_defaults[0].distribution), "pert(0.6, 0.65, 0.7)");
  EXPECT_EQ(small().field_defaults[0].ratio_of, "operating_expenses");
  ASSERT_THAT(small().groups, SizeIs(1));
  EXPECT_THAT(small().groups[0].matrix, ElementsAre(1, 0.3, 0.3, 1));
}

TEST(Policy, TheRatingIsRead) {
  const Rating& rating = small().rating;
  EXPECT_EQ(rating.find_kloe("finance")->weight, 0.45);
  EXPECT_EQ(rating.cut_requires_improvement, 1.7);
  EXPECT_EQ(rating.cut_good, 2.5);
  EXPECT_EQ(rating.cut_outstanding, 3.3);
  EXPECT_EQ(rating.judgement_sd, 0.4);
  EXPECT_EQ(rating.sector_mean, 2.4);
  EXPECT_EQ(rating.sector_sd, 0.45);
  ASSERT_THAT(rating.limiters, SizeIs(2));
  EXPECT_EQ(rating.limiters[0].best, 2);
  EXPECT_FALSE(rating.limiters[0].worst.has_value());
  EXPECT_EQ(rating.limiters[0].conditions[0].compare, Condition::Compare::greater_equal);
  EXPECT_EQ(rating.limiters[1].worst, 2);
  EXPECT_EQ(rating.limiters[1].probability, 0.9);
  ASSERT_THAT(rating.limiters[1].conditions, SizeIs(2));
  EXPECT_EQ(rating.limiters[1].conditions[0].compare, Condition::Compare::greater);
  EXPECT_EQ(rating.limiters[1].conditions[1].compare, Condition::Compare::less_equal);
  ASSERT_THAT(rating.characteristics, SizeIs(1));
  EXPECT_EQ(rating.characteristics[0].rating, "good");
  EXPECT_EQ(rating.quality.requires_improvement_from, 2);
  EXPECT_EQ(rating.combined.requires_improvement_from, 3);
  ASSERT_THAT(rating.quality_priors, SizeIs(5));
  const auto caring = std::find_if(rating.quality_priors.begin(), rating.quality_priors.end(),
                                   [](const QualityPrior& prior) { return prior.question == "caring"; });
  ASSERT_NE(caring, rating.quality_priors.end());
  EXPECT_THAT(caring->probability, ElementsAre(0.0, 0.1, 0.8, 0.1));
}

TEST(Policy, KeyLinesOfAnEarlierPolicyAreThoseThatItWeighs) {
  std::vector<std::string> ids;
  for (const Kloe& kloe : small().rating.kloes) ids.push_back(kloe.id);
  EXPECT_THAT(ids, ElementsAre("clinical", "people", "support", "corporate", "finance"));
}

TEST(Policy, EveryRowWithNumbersStatesItsSource) {
  EXPECT_THAT(small().sources, SizeIs(23));
  const Source& first = small().sources[1];  // after the weights
  EXPECT_EQ(first.what, "[[metric]] 'dna_rate'");
  EXPECT_EQ(first.standing, Standing::derived);
  EXPECT_EQ(first.text, "benchmarks");
}

TEST(Policy, ItsTextHoldsEveryFileUnderItsName) {
  EXPECT_EQ(small().text, "# file: small.toml\n" + test::file_text(test::policy_data + "/small.toml") +
                              "# file: small_parameters.toml\n" +
                              test::file_text(test::policy_data + "/small_parameters.toml"));
}

}  // namespace
}  // namespace uor::policy
