#include "core/uor/model/fit_scale.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace uor::model {
namespace {

using testing::ElementsAre;

RatingNumbers made_up_numbers() { return {{0.5, 0.3, 0.2}, {1.8, 2.4, 3.0}, {0.05, 0.6}, {-0.1}}; }

FitScale made_up_scale() { return {3, {0.1, 1.0}, 1}; }

TEST(FitScale, APointStandsForTheNumbersThatItIsFrom) {
  const FitScale scale = made_up_scale();
  const RatingNumbers numbers = made_up_numbers(), back = scale.to(scale.from(numbers));
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(back.weights[k], numbers.weights[k], 1e-14);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(back.cuts[c], numbers.cuts[c], 1e-14);
  for (std::size_t l = 0; l < 2; ++l) EXPECT_NEAR(back.limiters[l], numbers.limiters[l], 1e-14);
  EXPECT_EQ(back.indicators, numbers.indicators);
}

TEST(FitScale, HasGapsAsLogarithmsAndLimitersAsLogitsOfTheirMost) {
  const std::vector<double> x = made_up_scale().from(made_up_numbers());
  ASSERT_EQ(x.size(), 9u);
  EXPECT_NEAR(x[4], std::log(0.6), 1e-14);
  EXPECT_NEAR(x[6], 0.0, 1e-14) << "half of the most";
  EXPECT_NEAR(x[7], std::log(0.6 / 0.4), 1e-14);
}

TEST(FitScale, AnyPointStandsForWeightsThatSumToOneAndCutsThatRise) {
  const RatingNumbers numbers = made_up_scale().to({0.2, 0.9, 0.3, 2.0, -8.0, 3.0, -40.0, 40.0, 5.0});
  EXPECT_NEAR(numbers.weights[0] + numbers.weights[1] + numbers.weights[2], 1.0, 1e-14);
  EXPECT_LT(numbers.cuts[0], numbers.cuts[1]);
  EXPECT_LT(numbers.cuts[1], numbers.cuts[2]);
  EXPECT_GE(numbers.limiters[0], 0.0);
  EXPECT_LE(numbers.limiters[1], 1.0);
}

TEST(FitScale, NamesItsNumbersAsThePolicyDoes) {
  policy::Rating rating;
  rating.kloes.resize(1);
  rating.kloes[0].id = "finance";
  rating.limiters.resize(2);
  rating.limiters[1].id = "soft";
  rating.indicators.resize(1);
  rating.indicators[0].id = "sickness";
  EXPECT_THAT(names_on_fit_scale(rating, {1}), ElementsAre("weights.finance", "cuts.requires_improvement", "cuts.good",
                                                           "cuts.outstanding", "limiter.soft", "indicator.sickness"));
}

}  // namespace
}  // namespace uor::model
