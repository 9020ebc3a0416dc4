// What knowing a driver would be worth: the share of the variance of the rating's latent scale that it explains.
#pragma once

#include <cstdint>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// The squared correlation of a driver and the latent over trials. First order: only what moves the latent in a
/// straight line counts, and drivers that are correlated share what they explain, so shares of several need not add up.
struct Worth {
  std::size_t driver = 0;  // index into Header::drivers
  double share = 0;        // 0..1
  /// Of Monte Carlo: delta method, 2 |r| (1 - r^2) / sqrt(n), with sqrt(2) / n for the chi-squared share of a driver
  /// that explains nothing (Stuart and Ord, Kendall's Advanced Theory of Statistics, volume 2, sampling of
  /// correlations).
  double standard_error = 0;
};

/// Sums for the correlation of two columns, taken about their first values.
class Correlation {
 public:
  void add(double x, double y);
  /// Squared; 0 when one of them does not vary.
  double squared() const;
  std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
  double first_x_ = 0, first_y_ = 0, x_ = 0, y_ = 0, xx_ = 0, yy_ = 0, xy_ = 0;
};

/// Standard error of a squared correlation over `count` trials.
double standard_error_of_share(double share, std::uint64_t count);

/// A sink for a run of one trust. Monthly drivers count with their mean over months
/// up to the assessment.
class WorthSink : public tally::Sink {
 public:
  model::Wanted wanted() const override;
  void begin(const model::Header& header) override;
  void block(const tally::Block& block) override;
  void summary(const tally::Summary&) override {}
  void end(double) override {}

  /// One a driver, in the header's order.
  std::vector<Worth> worths() const;

 private:
  double value_of(const tally::Block& block, std::size_t driver, std::size_t trial) const;

  std::size_t months_ = 0, assessment_ = 0;
  std::vector<bool> monthly_;
  std::vector<Correlation> correlations_;  // [driver]
};

}  // namespace uor::analyse
