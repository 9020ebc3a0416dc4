// What a run hands over: a header, blocks of trials in order, a summary a trust. Sinks (the store) implement one
// interface.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/model/header.hpp"
#include "core/uor/model/wanted.hpp"

namespace uor::tally {

using Counts4 = std::array<std::uint64_t, 4>;  // inadequate, requires improvement, good, outstanding
using Migration = std::array<Counts4, 4>;      // [baseline grade][scenario grade]

/// Trials first_trial .. first_trial + count - 1 of one trust; every array is contiguous in the order given.
struct Block {
  std::size_t trust = 0;
  std::uint64_t first_trial = 0;
  std::size_t count = 0;
  std::vector<std::uint8_t> final_rating;    // [side][trial], at the assessment month
  std::vector<std::uint8_t> final_combined;  // [side][trial]
  std::vector<std::uint8_t> final_quality;   // [trial], the same on every side
  std::vector<double> above;   // [side][3][trial], at the assessment month: odds of more than inadequate, than requires
                               // improvement, than good, in closed form; of several trusts, or keep.odds
  std::vector<double> latent;  // [side][trial], at the assessment month  keep.latent
  std::vector<double> evidence_score;        // [kloe][trial], baseline, assessment month  keep.evidence
  std::vector<double> evidence_indicator;    // [indicator][trial], standardised           keep.evidence
  std::vector<std::uint8_t> evidence_limit;  // [limiter][trial]: its conditions hold      keep.evidence
  std::vector<std::uint8_t> rating;          // [side][month][trial]       keep.ratings
  std::vector<double> score;                 // [side][kloe][month][trial]  keep.scores
  std::vector<double> final_metric;          // [side][metric][trial], at the assessment month  keep.metrics
  std::vector<double> metric;                // [side][metric][month][trial] keep.metrics_by_month
  std::vector<double> driver;                // [side][driver][month][trial] keep.drivers; a per-run driver has the same
                                             // value in every month
  std::vector<double> quantity;              // [side][quantity][month][trial] keep.quantities or keep.watched
};

/// A mean over trials with its standard error.
struct Estimate {
  double value = 0, standard_error = 0;
};
using Estimates4 = std::array<Estimate, 4>;  // inadequate, requires improvement, good, outstanding

/// Odds in closed form over judgement and the limiters' draws (rate/odds.hpp), means over trials: what is left to
/// chance is the facts. Changes are to the baseline, paired by trial, 0 on the baseline itself.
struct ConditionalOdds {
  Estimates4 rating{}, change{};  // at the assessment month
  Estimate good_or_better, good_or_better_change;
  Estimate expected_rating, expected_rating_change;  // 1 inadequate to 4 outstanding
  std::array<std::array<double, 4>, 4> from_to{};    // shares [baseline grade][grade]; the diagonal on the baseline
  std::vector<Estimates4> by_month;                  // [month]; none where nobody wanted them
  std::optional<Estimates4> combined;                // where every trial's quality ratings are given
  /// [draw][j]: the odds of more than inadequate, than requires improvement, than good, were the rating's numbers those
  /// of each draw around the fit; none where nobody wanted them or knows how sure the fit is.
  std::vector<std::array<double, 3>> fit_draws;
};

inline constexpr std::array<double, 5> quantile_levels = {0.05, 0.25, 0.50, 0.75, 0.95};

/// Mean, sd and quantiles of one quantity in one month on one side.
struct Moments {
  double mean = 0, sd = 0, minimum = 0, maximum = 0;
  std::array<double, 5> quantiles{};  // at quantile_levels
};

/// Integer counts of one side, of all its trials or of one replicate.
struct SideCounts {
  Counts4 rating{};  // at the assessment month
  Counts4 combined{};
  Counts4 quality{};
  std::vector<Counts4> rating_by_month;      // [month]
  std::vector<Counts4> kloe;                 // [kloe]: each KLOE's score rounded to a rating, at the assessment month
  Migration migration{};                     // from the baseline's rating to this side's, paired by trial
  std::vector<std::uint64_t> limiter_fired;  // per limiter, at the assessment month
  std::vector<std::uint64_t> characteristic_held;  // per characteristic, at the assessment month
  std::vector<Counts4> beside_by_month;  // [row][month]: counts of the scores 1 (best) .. 4 shown beside the rating

  void start(std::size_t kloes, std::size_t months, std::size_t limiters, std::size_t characteristics,
             std::size_t scores_beside);
  void add(const SideCounts& other);
};

/// What a metric is compared with: lower quartile, median and upper quartile of all trusts, median of the peers.
using Benchmarks4 = std::array<double, 4>;

struct SideSummary : SideCounts {
  std::optional<ConditionalOdds> conditional;  // none: the run counts grades, since it varies what is integrated
  std::vector<SideCounts> replicates;  // of lhs and sobol points: the same counts by replicate (base/points.hpp)
  double expected_score = 0;           // mean latent: where the rating is struck before limits, no rating itself
  double expected_score_sd = std::numeric_limits<double>::quiet_NaN();  // NaN in files that were written without it
  double expected_score_change = 0;                                     // mean of (this side - baseline), paired
  double expected_score_change_se = 0;
  /// [summarised][month], month contiguous; NaN in months that nobody wanted (model::Summaries).
  std::vector<Moments> moments;
  std::vector<double> mean_change;     // [summarised][month]: mean paired difference to the baseline
  std::vector<double> mean_change_se;  // its standard error
  /// [metric]: what scores are made from, means over trials, in the prices of the assessment month, as the metrics of
  /// that month are. NaN, or none at all, in files that were written without them.
  std::vector<Benchmarks4> benchmarks;
};

struct Summary {
  std::size_t trust = 0;
  std::uint64_t trials = 0;
  std::vector<SideSummary> sides;
  std::map<std::string, std::uint64_t> implausible;  // summarised quantity -> baseline values outside its likely range
};

/// [n]: trials in which n trusts hold a rating, n from 0 to the number of trusts.
using CountHistogram = std::vector<std::uint64_t>;

/// Standard errors of means over trials and trusts, which trials that trusts share make larger than a trust's own would
/// have them; those of changes are paired, trial by trial. NaN: the file does not say.
struct SectorErrors {
  double good_or_better = model::unknown_figure, good_or_better_change = model::unknown_figure;    // of shares
  double expected_rating = model::unknown_figure, expected_rating_change = model::unknown_figure;  // of ratings 1 to 4
};

/// How many trusts of a run hold each rating on one side, where odds are in closed form.
struct SectorHeld {
  std::array<std::vector<double>, 4> share;  // [rating][n]: probability that n trusts hold it
  std::array<double, 4> mean_se{};           // standard error of the mean number
};

/// All trusts of a run on one side, at the assessment month.
struct SectorSide {
  std::array<CountHistogram, 4> count;      // [rating], of graded trials
  std::array<std::vector<double>, 4> held;  // [rating][n]: probability that n trusts hold it
  std::array<double, 4> mean{}, mean_se{};  // mean number of trusts with the rating, and its standard error
  std::array<double, 4> independent_sd{};   // of the number of trusts, were they independent: sqrt(sum p (1 - p))
  std::array<std::array<double, 4>, 4> from_to{};  // expected trusts, from the baseline's rating to this side's
  std::vector<std::array<double, 4>> by_type;      // [type][rating]: expected trusts of the type
  SectorErrors error;
  bool in_closed_form = false;  // else the run counted
};

/// A run of several trusts as one; see sector.hpp.
struct Sector {
  std::size_t trusts = 0;
  std::uint64_t trials = 0;                // a trust
  std::vector<std::string> types;          // of trusts; those without one are "not stated"
  std::vector<std::uint64_t> type_trusts;  // [type]
  std::vector<SectorSide> sides;
};

/// Receives a run in order: begin, then for each trust its blocks in trial order and its summary, then, where trusts
/// are several, the sector, then end.
class Sink {
 public:
  virtual ~Sink() = default;
  /// What the run makes for this sink, beside what its inputs keep.
  virtual model::Wanted wanted() const { return {}; }
  virtual void begin(const model::Header& header) = 0;
  virtual void block(const Block& block) = 0;
  virtual void summary(const Summary& summary) = 0;
  virtual void sector(const Sector&) {}
  virtual void end(double seconds) = 0;
};

}  // namespace uor::tally
