#include "core/uor/analyse/latent_terms.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

std::vector<policy::Kloe> weighed(const std::vector<double>& weights) {
  const std::vector<std::string> ids = {"clinical", "people", "support", "corporate", "finance"};
  std::vector<policy::Kloe> kloes(weights.size());
  for (std::size_t k = 0; k < weights.size(); ++k) {
    kloes[k].id = ids[k];
    kloes[k].weight = weights[k];
  }
  return kloes;
}

TEST(LatentTerms, AreTheKloesByWeightAgainstTheMiddleOfTheScaleThenJudgement) {
  policy::Policy policy;
  policy.rating.kloes = weighed({0.15, 0.15, 0.10, 0.15, 0.45});
  const std::vector<LatentTerm> terms = latent_terms(policy);
  EXPECT_EQ(terms.front().quantity, "clinical.score");
  EXPECT_EQ(terms[4].weight, 0.45);
  EXPECT_EQ(terms[4].middling, 2.5);
  const auto judgement = terms.back();
  EXPECT_EQ(judgement.quantity, "rating.judgement");
  EXPECT_EQ(judgement.weight, 1.0);
  EXPECT_EQ(judgement.middling, 0.0);
}

TEST(LatentTerms, AnIndicatorThatCountsIsReadInStandardDeviationsHeldWithinThree) {
  policy::Policy policy;
  policy.rating.kloes = weighed({0.2, 0.2, 0.2, 0.2, 0.2});
  policy::Indicator row;
  row.id = "beds";
  row.quantity = "trust.beds";
  row.mean = 90;
  row.sd = 5;
  row.coefficient = -0.1;
  policy.rating.indicators = {row, {}};  // the second has no coefficient
  const std::vector<LatentTerm> terms = latent_terms(policy);
  ASSERT_EQ(terms.size(), 7u);
  EXPECT_EQ(terms[5].id, "beds");
  EXPECT_DOUBLE_EQ(terms[5].reading(85), -1);
  EXPECT_DOUBLE_EQ(terms[5].reading(200), 3);
  EXPECT_DOUBLE_EQ(terms[0].reading(2.5), 2.5);
}

}  // namespace
}  // namespace uor::analyse
