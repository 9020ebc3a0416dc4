// Which limiters fire in a trial, and what the rating would be without one of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/rate/rating.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// The cuts alone, and how far each limiter limits.
rate::Ladder ladder_of(const policy::Rating& rating);
rate::Limit limit_of(const policy::Limiter& limiter);

/// Whether the condition holds of a value, with the line drawn there: standard deviations towards leniency. Not of an
/// unknown one (NaN).
bool holds(const policy::Condition& condition, double value, double line = 0);

/// Where the condition's line is then, in the unit of its quantity.
double line_at(const policy::Condition& condition, double line);

/// The driver that draws the lines of a limiter whose conditions slope: "limiter_line.<id>"; empty for any other.
std::string line_of(const policy::Limiter& limiter);

/// The driver whose draw decides whether a limiter fires when its conditions hold: "limiter.<id>".
std::string chance_of(const policy::Limiter& limiter);

/// What the limiters read: quantities of their conditions and their chances, each once.
std::vector<std::string> limiter_reads(const policy::Rating& rating);

/// Counts of trials over limiters.
class Limits {
 public:
  explicit Limits(const policy::Rating& rating);

  /// One trial: its latent, and which limiters fired.
  void add(double latent, const std::vector<bool>& fired);

  std::uint64_t fired(std::size_t limiter) const { return fired_[limiter]; }
  const tally::Counts4& rating() const { return rating_; }                                // with all limiters
  const tally::Counts4& without(std::size_t limiter) const { return without_[limiter]; }  // with all but one
  const tally::Counts4& without_any() const { return without_any_; }

 private:
  rate::Ladder ladder_;
  std::vector<rate::Limit> limits_;
  std::vector<std::uint64_t> fired_;
  tally::Counts4 rating_{}, without_any_{};
  std::vector<tally::Counts4> without_;
};

}  // namespace uor::analyse
