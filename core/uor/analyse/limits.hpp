// Which limiters fire in a trial, and what the rating would be without one of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/rate/odds.hpp"
#include "core/uor/rate/rating.hpp"

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

/// The odds with all limiters, without one and without any, over the same trials.
class Limits {
 public:
  explicit Limits(const policy::Rating& rating);

  /// Trials in closed form over judgement and the limiters' draws: their latents without judgement, and which
  /// conditions hold (rate::OddsSide).
  void add(std::span<const double> latent, std::span<const std::uint64_t> held);
  /// Or one trial as it is graded: its latent with judgement, and which limiters fire.
  void count(double latent, const std::vector<bool>& fired);
  /// Which limiters fired in a trial, whichever of the two.
  void note(const std::vector<bool>& fired);

  std::uint64_t fired(std::size_t limiter) const { return fired_[limiter]; }
  Shares4 rating() const { return shares(rating_); }                                // with all limiters
  Shares4 without(std::size_t limiter) const { return shares(without_[limiter]); }  // with all but one
  Shares4 without_any() const { return shares(without_any_); }

 private:
  Shares4 shares(const Shares4& sums) const;
  /// With the rows of these limiters alone.
  void add_odds(const rate::OddsSide& side, std::size_t count, std::uint64_t rows, Shares4& sums) const;

  rate::Ladder ladder_;
  double judgement_sd_;
  policy::Agreement agreed_;
  rate::OddsRules rules_;
  std::vector<double> chance_;
  double trials_ = 0;
  std::vector<rate::Limit> limits_;
  std::vector<std::uint64_t> fired_;
  Shares4 rating_{}, without_any_{};  // sums over trials
  std::vector<Shares4> without_;
};

}  // namespace uor::analyse
