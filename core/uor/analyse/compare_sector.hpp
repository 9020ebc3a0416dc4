// Two sides of runs of several trusts: how many trusts hold each rating, paired trial by trial.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/uor/analyse/compare.hpp"

namespace uor::analyse {

/// How many trusts hold one rating: means over trials.
struct CountChange {
  Change trusts;                 // paired: trial by trial, so that luck that trusts share cancels out
  double independent_error = 0;  // of two independent runs
};

struct SectorComparison {
  std::size_t trusts = 0;
  std::uint64_t trials = 0;
  std::array<CountChange, 4> ratings{};    // inadequate .. outstanding
  Change good_or_better, expected_rating;  // of all trusts together: a share, and a mean rating 1 to 4; paired
  FromTo pairs{};                          // expected trusts, from each rating to each
  const char* estimator = "counted";
};

/// Adds one trust after the other: 8 bytes a trial and rating, whatever the number of trusts.
class SectorPairs {
 public:
  explicit SectorPairs(std::size_t trials);

  /// Final ratings 1..4 of one trust on both sides, one a trial (asserted).
  void add(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to);

  /// As counted.
  SectorComparison finish() const;

 private:
  std::size_t trials_;
  std::array<std::vector<double>, 4> from_, to_;  // [rating][trial]: trusts
  tally::Migration pairs_{};
  std::size_t trusts_ = 0;
};

/// The same with odds in closed form where both sides have them; as rating_changes() says, with `one_baseline` on both.
SectorComparison in_closed_form(const SectorComparison& counted, const tally::Sector& from, std::size_t from_side,
                                const tally::Sector& to, std::size_t to_side, bool one_baseline);

}  // namespace uor::analyse
