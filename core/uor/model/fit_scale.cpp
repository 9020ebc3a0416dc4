#include "core/uor/model/fit_scale.hpp"

#include <algorithm>
#include <numeric>

#include "core/uor/base/elementary.hpp"

namespace uor::model {

namespace {

using elementary::exp_of;
using elementary::log_of;

/// Of a limiter that its prior or its fit puts at a bound.
constexpr double least_share = 0.001;

double logit(double share) { return log_of(share / (1 - share)); }

}  // namespace

double FitScale::probability(std::size_t limiter, double logit) const {
  return most_[limiter] * (1 / (1 + exp_of(-logit)));
}

std::vector<double> FitScale::from(const RatingNumbers& numbers) const {
  std::vector<double> x(numbers.weights.begin(), numbers.weights.end());
  x.push_back(numbers.cuts[0]);
  x.push_back(log_of(numbers.cuts[1] - numbers.cuts[0]));
  x.push_back(log_of(numbers.cuts[2] - numbers.cuts[1]));
  for (std::size_t l = 0; l < limiters(); ++l)
    x.push_back(logit(std::clamp(numbers.limiters[l] / most_[l], least_share, 1 - least_share)));
  for (std::size_t i = 0; i < indicators_; ++i) x.push_back(numbers.indicators[i]);
  return x;
}

RatingNumbers FitScale::to(const std::vector<double>& x) const {
  RatingNumbers numbers;
  const auto weights_end = x.begin() + static_cast<std::ptrdiff_t>(kloes_);
  const double sum = std::accumulate(x.begin(), weights_end, 0.0);
  for (auto weight = x.begin(); weight != weights_end; ++weight) numbers.weights.push_back(*weight / sum);
  numbers.cuts[0] = x[kloes_];
  numbers.cuts[1] = numbers.cuts[0] + exp_of(x[kloes_ + 1]);
  numbers.cuts[2] = numbers.cuts[1] + exp_of(x[kloes_ + 2]);
  for (std::size_t l = 0; l < limiters(); ++l) numbers.limiters.push_back(probability(l, x[first_limiter() + l]));
  for (std::size_t i = 0; i < indicators_; ++i) numbers.indicators.push_back(x[first_indicator() + i]);
  return numbers;
}

std::vector<std::string> names_on_fit_scale(const policy::Rating& rating, const std::vector<std::size_t>& limiters) {
  std::vector<std::string> names;
  for (const policy::Kloe& kloe : rating.kloes) names.push_back("weights." + kloe.id);
  for (std::size_t cut = 1; cut < policy::rating_ids.size(); ++cut)
    names.push_back(std::string("cuts.") + policy::rating_ids[cut]);
  for (const std::size_t limiter : limiters) names.push_back("limiter." + rating.limiters[limiter].id);
  for (const policy::Indicator& indicator : rating.indicators) names.push_back("indicator." + indicator.id);
  return names;
}

}  // namespace uor::model
