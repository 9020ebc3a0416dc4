// From tallies in trial order and merged distributions to the summary of one trust.
#pragma once

#include "core/uor/run/simulator.hpp"

namespace uor::run {

/// Adds pieces in trial order; finish() once all are in.
class Summariser {
 public:
  Summariser(const Plan& plan, const TrustContext& trust);
  void add(const Tally& tally, std::uint64_t trials);
  Summary finish(const Distributions& distributions) const;

 private:
  void fill_moments(std::size_t side, const Distributions& distributions, SideSummary& summary) const;
  void fill_latent(std::size_t side, SideSummary& summary) const;

  const Plan& plan_;
  const TrustContext& trust_;
  std::vector<Sums> sums_;
  std::vector<SideCounts> counts_;
  std::vector<std::uint64_t> implausible_;
  std::uint64_t trials_ = 0;
};

/// Sample standard deviation from sums of x - center and its square over n values.
double deviation(double sum, double square, double n);

}  // namespace uor::run
