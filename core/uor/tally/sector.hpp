// How many trusts of a run hold each rating, trial by trial: trusts share common factors within a trial, so that the
// spread of these counts cannot be had from the trusts' own odds.
#pragma once

#include <cstdint>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Counts as trusts come in: 2 bytes a side, rating and trial, whatever the number of trusts.
class SectorTally {
 public:
  SectorTally(std::size_t sides, std::uint64_t trials, std::size_t trusts);

  /// Adds the final ratings of some trials of one trust; in any order.
  void add(const Block& block);

  /// [side][rating], once every trust is in.
  std::vector<std::array<CountHistogram, 4>> histograms() const;

  /// [side]: of the mean over trusts, from trial to trial.
  std::vector<SectorErrors> errors() const;

 private:
  std::size_t sides_, trusts_;
  std::uint64_t trials_;
  std::vector<std::uint16_t> held_;  // [side][rating][trial]: trusts
};

/// The sector of a run: `counts` and `errors` (empty: not known) beside what its trusts' summaries add up to. Error of
/// a programmer (assert) when they have other sides. Of points in replicates errors are the spread of these.
Sector make_sector(const model::Header& header, const std::vector<Summary>& summaries,
                   const std::vector<std::array<CountHistogram, 4>>& counts,
                   const std::vector<SectorErrors>& errors = {});

/// Mean, sd and quantiles of a number of trusts over trials. A quantile is the smallest number that at least this share
/// of trials does not exceed.
struct CountSpread {
  double mean = 0, sd = 0;
  std::array<double, 5> quantiles{};  // at quantile_levels
};
CountSpread spread_of(const CountHistogram& histogram);

/// How much wider the number of trusts with one rating varies than if trusts were independent: its sd over
/// `independent_sd`; NaN where no trial differs.
double spread_ratio(const SectorSide& side, std::size_t rating);

/// Of `trials` counted over all trusts: the expected number of trusts.
inline double expected_trusts(std::uint64_t counted, std::uint64_t trials) {
  return trials == 0 ? 0.0 : static_cast<double>(counted) / static_cast<double>(trials);
}

}  // namespace uor::tally
