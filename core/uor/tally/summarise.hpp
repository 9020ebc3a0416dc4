// From tallies in trial order and merged distributions to the summary of one trust.
#pragma once

#include "core/uor/tally/part.hpp"
#include "core/uor/tally/trust_context.hpp"

namespace uor::tally {

/// Adds pieces in trial order, from `first` on (a multiple of chunk_trials); finish() once all are in.
class Summariser {
 public:
  Summariser(const model::Plan& plan, const TrustContext& trust, Points points, std::uint64_t first = 0);
  /// The next `trials` trials; of lhs and sobol points from the begin of a block on.
  void add(const Tally& tally, std::uint64_t trials) { part_.add(tally, trials); }
  Summary finish(const Distributions& distributions) const;
  /// What was added so far with what was counted of the same trials.
  Part part(Distributions distributions) &&;

 private:
  const model::Plan& plan_;
  const TrustContext& trust_;
  Part part_;
};

/// The summary of a whole run's part, with the scales that it was counted on.
Summary summary_of(const model::Plan& plan, const TrustContext& trust, const Part& whole);

/// Sample standard deviation from sums of x - center and its square over n values.
double deviation(double sum, double square, double n);

}  // namespace uor::tally
