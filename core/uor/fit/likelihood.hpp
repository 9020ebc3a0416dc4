// Probabilities of the four ratings from evidence and the numbers of the rating, in closed form over judgement and the
// limiters' draws, with their gradient (docs/model/rating.md, "How it is fitted").
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/uor/fit/evidence.hpp"
#include "core/uor/model/rating_numbers.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/rate/odds.hpp"

namespace uor::fit {

using Probabilities = std::array<double, 4>;  // inadequate .. outstanding

inline constexpr double least_probability = 1e-12;  // whose logarithm is still counted
inline double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// What is fitted. Limiters are those that may be broken (probability below 1), in the order of the policy.
using Numbers = model::RatingNumbers;

/// The parts of a policy that a fit leaves alone, and where the numbers stand.
class Likelihood {
 public:
  /// Error for a limiter with a `worst` grade, and for a judgement without spread.
  explicit Likelihood(const policy::Rating& rating);

  /// The policy's own numbers.
  const Numbers& given() const { return given_; }
  std::size_t soft_limiters() const { return soft_.size(); }
  std::size_t indicators() const { return given_.indicators.size(); }
  const std::vector<std::size_t>& soft() const { return soft_; }  // indices into the policy's limiters
  const std::vector<double>& most() const { return most_; }       // of each soft limiter: its probability stays below

  /// Mean over the trials of `evidence`. When `gradient` is given, it receives the derivatives of each probability with
  /// respect to weights, cuts, limiters and indicators in this order: [grade][number].
  Probabilities probabilities(const Evidence& evidence, const Numbers& numbers,
                              std::array<std::vector<double>, 4>* gradient = nullptr) const;

 private:
  std::array<std::vector<double>, 4> slopes(const Evidence& evidence, const Numbers& numbers,
                                            const rate::OddsRules& rules, const rate::OddsSide& side,
                                            const std::array<double*, 3>& passed) const;

  Numbers given_;
  double judgement_sd_;
  std::vector<std::size_t> soft_;
  std::vector<double> most_;
  rate::OddsRules limits_;      // the rows of the policy's limiters
  std::vector<double> chance_;  // of each limiter, 1 where it is hard
};

}  // namespace uor::fit
