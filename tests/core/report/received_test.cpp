#include "core/uor/report/received.hpp"

#include <gtest/gtest.h>

namespace uor::report {
namespace {

policy::QualityPrior prior(const std::string& question, const analyse::Shares4& probability) {
  policy::QualityPrior prior;
  prior.question = question;
  prior.probability = probability;
  return prior;
}

policy::Policy two_questions() {
  policy::Policy policy;
  policy.rating.quality_priors = {prior("safe", {0.1, 0.5, 0.4, 0}), prior("well_led", {0.2, 0.5, 0.2, 0.1})};
  return policy;
}

TEST(RatingsReceived, QuestionsAreAsGivenElseAsPublishedElseAsUsual) {  // M127, M128
  trust::Trust trust;
  trust.reported["quality_safe"].value = 3;
  trust.published.quality = {{"safe", 1, "2018-01-01"}, {"well_led", 2, "2018-06-26"}};
  const auto all = ratings_received(two_questions(), &trust, {});
  EXPECT_EQ(*all[0].odds, (analyse::Shares4{0, 0, 1, 0}));
  EXPECT_EQ(*all[1].odds, (analyse::Shares4{0, 1, 0, 0}));
  EXPECT_EQ(all[1].basis, "published 26 June 2018");
  EXPECT_EQ(*ratings_received(two_questions(), nullptr, {})[1].odds, (analyse::Shares4{0.2, 0.5, 0.2, 0.1}));
}

TEST(RatingsReceived, ProposedAndFinalStandInTwoLines) {  // M019
  policy::Policy policy = two_questions();
  policy.rating.agreed.lowered = 0.5 / 2;
  const auto all = ratings_received(policy, nullptr, {{0.25, 0.75, 0, 0}, {}, {}});
  EXPECT_EQ(all[2].title, "Use of resources, proposed");
  EXPECT_NEAR((*all[2].odds)[1], 1, 1e-12);
  EXPECT_EQ(*all[3].odds, (analyse::Shares4{0.25, 0.75, 0, 0}));
}

TEST(RatingsReceived, NoCombinedRatingInAYearThatGaveNone) {  // M021
  const auto all = ratings_received(two_questions(), nullptr, {{}, {}, {0, 1, 0, 0}, false});
  EXPECT_FALSE(all.back().odds);
  EXPECT_EQ(all.size(), 6U);  // eight of a framework with five questions, and the proposed one beside
}

}  // namespace
}  // namespace uor::report
