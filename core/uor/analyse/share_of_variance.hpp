// How much of the variance of a sum goes through each of its terms.
#pragma once

#include <cstdint>

namespace uor::analyse {

/// Sums of a term and the total that it is part of, taken about their first values.
class TermMoments {
 public:
  void add(double term, double total);
  double mean() const;
  /// covariance(term, total) / variance(total): over all terms of a sum these add up to 1, and one is negative where a
  /// term moves against the total. 0 when the total does not vary.
  double share() const;

 private:
  std::uint64_t count_ = 0;
  double first_term_ = 0, first_total_ = 0, term_ = 0, total_ = 0, total_squared_ = 0, product_ = 0;
};

}  // namespace uor::analyse
