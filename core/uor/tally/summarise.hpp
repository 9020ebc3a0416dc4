// From tallies in trial order and merged distributions to the summary of one trust.
#pragma once

#include "core/uor/tally/tally.hpp"
#include "core/uor/tally/trust_context.hpp"

namespace uor::tally {

/// Adds pieces in trial order; finish() once all are in.
class Summariser {
 public:
  Summariser(const model::Plan& plan, const TrustContext& trust, Points points);
  /// Trials first_trial .. first_trial + trials - 1; of lhs and sobol points all of one replicate.
  void add(const Tally& tally, std::uint64_t first_trial, std::uint64_t trials);
  Summary finish(const Distributions& distributions) const;

 private:
  void fill_moments(std::size_t side, const Distributions& distributions, SideSummary& summary) const;
  void fill_latent(std::size_t side, SideSummary& summary) const;
  void fill_benchmarks(std::size_t side, SideSummary& summary) const;
  double change_error(std::size_t column) const;

  const model::Plan& plan_;
  const TrustContext& trust_;
  std::vector<Sums> sums_;
  std::vector<SideCounts> counts_;
  /// Of one replicate: counts, and sums of changes by column. Empty with random points.
  struct Replicate {
    std::vector<SideCounts> counts;
    std::vector<double> change;
  };
  std::vector<Replicate> replicates_;
  std::vector<std::uint64_t> implausible_;
  std::uint64_t trials_ = 0;
};

/// Sample standard deviation from sums of x - center and its square over n values.
double deviation(double sum, double square, double n);

}  // namespace uor::tally
