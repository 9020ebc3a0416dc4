#include "core/uor/model/rating_numbers.hpp"

#include <gmock/gmock.h>

namespace uor::model {
namespace {

using testing::ElementsAre;

TEST(RatingNumbers, AreThoseOfThePolicyInItsOrder) {
  policy::Rating rating;
  rating.kloes.resize(2);
  rating.kloes[0].weight = 0.7;
  rating.kloes[1].weight = 0.3;
  rating.cut_requires_improvement = 1.8;
  rating.cut_good = 2.4;
  rating.cut_outstanding = 3;
  rating.limiters.resize(2);
  rating.limiters[1].probability = 0.2;
  rating.indicators.resize(1);
  rating.indicators[0].coefficient = -0.1;
  const RatingNumbers numbers = numbers_of(rating);
  EXPECT_THAT(numbers.weights, ElementsAre(0.7, 0.3));
  EXPECT_THAT(numbers.cuts, ElementsAre(1.8, 2.4, 3.0));
  EXPECT_THAT(numbers.limiters, ElementsAre(1.0, 0.2));
  EXPECT_THAT(numbers.indicators, ElementsAre(-0.1));
}

}  // namespace
}  // namespace uor::model
