#include "core/uor/analyse/latent_terms.hpp"

#include <gtest/gtest.h>

namespace uor::analyse {
namespace {

TEST(LatentTerms, AreTheKloesByWeightAgainstTheMiddleOfTheScaleThenJudgement) {
  policy::Policy policy;
  policy.rating.weights = {
      {"clinical", 0.15}, {"people", 0.15}, {"support", 0.10}, {"corporate", 0.15}, {"finance", 0.45}};
  const std::vector<LatentTerm> terms = latent_terms(policy);
  EXPECT_EQ(terms.front().quantity, "clinical.score");
  EXPECT_EQ(terms[4].weight, 0.45);
  EXPECT_EQ(terms[4].middling, 2.5);
  const auto judgement = terms.back();
  EXPECT_EQ(judgement.quantity, "rating.judgement");
  EXPECT_EQ(judgement.weight, 1.0);
  EXPECT_EQ(judgement.middling, 0.0);
}

}  // namespace
}  // namespace uor::analyse
