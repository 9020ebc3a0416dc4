#include "core/uor/model/rating_numbers.hpp"

namespace uor::model {

RatingNumbers numbers_of(const policy::Rating& rating) {
  RatingNumbers numbers;
  for (const policy::Kloe& kloe : rating.kloes) numbers.weights.push_back(kloe.weight);
  numbers.cuts = {rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
  for (const policy::Limiter& limiter : rating.limiters) numbers.limiters.push_back(limiter.probability);
  for (const policy::Indicator& indicator : rating.indicators) numbers.indicators.push_back(indicator.coefficient);
  return numbers;
}

}  // namespace uor::model
