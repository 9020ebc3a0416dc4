// The scale on which a fit moves the numbers of the rating, where they have no bounds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/model/rating_numbers.hpp"

namespace uor::model {

/// A point x has the weights before they are scaled to sum 1, the lowest cut and the logarithms of the gaps, logits of
/// the limiters' shares of the most that they may be, and coefficients, in this order. No libm: the same bits
/// everywhere.
class FitScale {
 public:
  /// `most` of each limiter: its probability stays below.
  FitScale(std::size_t kloes, std::vector<double> most, std::size_t indicators)
      : kloes_(kloes), most_(std::move(most)), indicators_(indicators) {}

  std::size_t kloes() const { return kloes_; }
  std::size_t limiters() const { return most_.size(); }
  std::size_t indicators() const { return indicators_; }
  std::size_t first_limiter() const { return kloes_ + 3; }
  std::size_t first_indicator() const { return first_limiter() + limiters(); }
  std::size_t size() const { return first_indicator() + indicators_; }

  /// `numbers` may have more limiters and indicators than the scale, which are left out.
  std::vector<double> from(const RatingNumbers& numbers) const;
  RatingNumbers to(const std::vector<double>& x) const;
  /// What the logit of a limiter's share stands for: its probability.
  double probability(std::size_t limiter, double logit) const;

 private:
  std::size_t kloes_;
  std::vector<double> most_;
  std::size_t indicators_;
};

/// What a number is called in [fit.covariance], in the order of a point, of these limiters of the policy.
std::vector<std::string> names_on_fit_scale(const policy::Rating& rating, const std::vector<std::size_t>& limiters);

}  // namespace uor::model
