// How many trusts of a run hold each rating, trial by trial: trusts share common factors within a trial, so that the
// spread of these counts cannot be had from the trusts' own odds.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/uor/base/points.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Counts as trusts come in: 2 bytes a side, rating and trial, whatever the number of trusts; of odds in closed form 12
/// bytes a side and trial more, and those of single trusts in the first trials.
class SectorTally {
 public:
  SectorTally(std::size_t sides, std::uint64_t trials, std::size_t trusts, Points points = Points::random);

  /// Adds the final ratings of some trials of one trust, or its odds too; in any order.
  void add(const Block& block);

  /// [side][rating], once every trust is in.
  std::vector<std::array<CountHistogram, 4>> histograms() const;

  /// [side]: of the mean over trusts, from trial to trial, or from replicate to replicate.
  std::vector<SectorErrors> errors() const;

  /// [side]; none where no odds were added. Trusts share the facts of a trial and not their assessors: given these, the
  /// number of trusts is Poisson-binomial, in each of the first trials, of which the mean is taken.
  std::vector<SectorHeld> held() const;

 private:
  static constexpr std::uint64_t most_kept_trials = 4096;
  static constexpr std::uint64_t most_kept_odds = 1 << 24;  // of sides, trials and trusts, three numbers each

  void add_odds(const Block& block);
  bool in_closed_form() const { return !above_.empty(); }
  double mean_above(std::size_t side, std::size_t j, std::uint64_t trial) const;
  /// Of the mean over trials, or replicates, of what each comes to.
  template <typename OfTrial>
  double error(OfTrial of_trial) const;
  std::array<std::vector<double>, 4> shares_held(std::size_t side) const;

  std::size_t sides_, trusts_;
  std::uint64_t trials_, kept_trials_;
  std::size_t replicates_;
  double scale_;                      // of sums of odds, which are whole numbers: the same in any order
  std::vector<std::uint16_t> held_;   // [side][rating][trial]: trusts
  std::vector<std::uint32_t> above_;  // [side][j][trial]: sum over trusts of the odds of better than j + 1
  std::vector<double> kept_;          // [side][j][trial, of the first][trust]: these odds
};

/// The sector of a run: `counts`, `errors` (empty: not known) and what is held in closed form (empty: counted) beside
/// what its trusts' summaries add up to. Error of a programmer (assert) when they have other sides. Where points come
/// in replicates, errors of counts are the spread of these.
Sector make_sector(const model::Header& header, const std::vector<Summary>& summaries,
                   const std::vector<std::array<CountHistogram, 4>>& counts,
                   const std::vector<SectorErrors>& errors = {}, const std::vector<SectorHeld>& held = {});

/// Mean, sd and quantiles of a number of trusts over trials. A quantile is the smallest number that at least this share
/// of trials does not exceed.
struct CountSpread {
  double mean = 0, sd = 0;
  std::array<double, 5> quantiles{};  // at quantile_levels
};
CountSpread spread_of(const CountHistogram& histogram);
/// The same of probabilities of 0, 1, 2, ...
CountSpread spread_of(const std::vector<double>& share);
/// Of a side: of its trials, or of its probabilities about the mean of all trials.
CountSpread spread_of(const SectorSide& side, std::size_t rating);

/// How much wider the number of trusts with one rating varies than if trusts were independent: its sd over
/// `independent_sd`; NaN where no trial differs.
double spread_ratio(const SectorSide& side, std::size_t rating);

/// Of `trials` counted over all trusts: the expected number of trusts.
inline double expected_trusts(std::uint64_t counted, std::uint64_t trials) {
  return trials == 0 ? 0.0 : static_cast<double>(counted) / static_cast<double>(trials);
}

}  // namespace uor::tally
