#include "core/uor/store/check_summary.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/store/check_odds.hpp"
#include "core/uor/store/checked_read.hpp"

namespace uor::store {

namespace {

using tally::Counts4;
using tally::SideCounts;

/// Checks of one side, with the words that say which.
class SideCheck {
 public:
  SideCheck(std::string who, std::uint64_t trials) : who_(std::move(who)), trials_(trials) {}

  [[noreturn]] void refuse(const std::string& array, const std::string& problem) const {
    throw Impossible("'" + array + "' of " + who_ + " " + problem);
  }

  /// A sum that cannot overflow: each count is looked at first.
  std::uint64_t sum(const std::string& array, const std::uint64_t* counts, std::size_t length) const {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < length; ++i) {
      at_most_trials(array, counts[i]);
      all += counts[i];
      if (all > trials_) refuse(array, "counts more than the " + std::to_string(trials_) + " trials");
    }
    return all;
  }

  void adds_up(const std::string& array, const Counts4& counts) const {
    if (const std::uint64_t all = sum(array, counts.data(), counts.size()); all != trials_)
      refuse(array, "counts " + std::to_string(all) + " trials of " + std::to_string(trials_));
  }

  /// Of what a run may lack altogether: a score that no plugin gives.
  void adds_up_or_none(const std::string& array, const Counts4& counts) const {
    if (sum(array, counts.data(), counts.size()) > 0) adds_up(array, counts);
  }

  void at_most_trials(const std::string& array, std::uint64_t count) const {
    if (count > trials_) refuse(array, "counts " + std::to_string(count) + " trials of " + std::to_string(trials_));
  }

  void check_counts(const SideCounts& counts, const std::string& prefix) const {
    adds_up(prefix + "rating_count", counts.rating);
    adds_up(prefix + "combined_count", counts.combined);
    adds_up(prefix + "quality_count", counts.quality);
    for (const Counts4& month : counts.rating_by_month) adds_up(prefix + "rating_count_by_month", month);
    for (const Counts4& kloe : counts.kloe) adds_up(prefix + "kloe_count", kloe);
    for (std::size_t i = 0; i < counts.beside_by_month.size(); ++i)
      adds_up_or_none(prefix + (i < counts.rating_by_month.size() ? "finance_score_count" : "score_beside_count"),
                      counts.beside_by_month[i]);
    for (const std::uint64_t fired : counts.limiter_fired) at_most_trials(prefix + "limiter_count", fired);
    for (const std::uint64_t held : counts.characteristic_held) at_most_trials(prefix + "characteristic_count", held);
    Counts4 to{};
    for (const Counts4& from : counts.migration) {
      sum(prefix + "migration", from.data(), from.size());
      for (std::size_t grade = 0; grade < to.size(); ++grade) to[grade] += from[grade];
    }
    if (to != counts.rating) refuse(prefix + "migration", "leads to other ratings than 'rating_count'");
  }

  void finite(const std::string& array, double value) const {
    if (!std::isfinite(value)) refuse(array, "is no number");
  }
  void error(const std::string& array, double value) const {
    finite(array, value);
    if (value < 0) refuse(array, "is " + std::to_string(value) + ", below zero");
  }

  /// What is computed beside a range is rounded, so that it may lie a hair beside what it must be.
  static double hair(const tally::Moments& moments) {
    return 1e-6 * std::max({1.0, std::abs(moments.minimum), std::abs(moments.maximum)});
  }

  void between(const std::string& array, double value, double lower, double upper) const {
    if (value < lower || value > upper)
      refuse(array, "is " + std::to_string(value) + ", where only " + std::to_string(lower) + " to " +
                        std::to_string(upper) + " can be");
  }

  /// Of the change from the baseline, trial by trial: its mean is the change of the means, and it spreads no wider than
  /// both together.
  void check_change(const tally::Moments& own, const tally::Moments& baseline, double change, double error) const {
    const double near = hair(own) + hair(baseline), net = own.mean - baseline.mean;
    between("change_mean", change, net - near, net + near);
    between("change_mean_se", error, 0, near + own.maximum - own.minimum + baseline.maximum - baseline.minimum);
  }

  /// Quartiles of all trusts stand in their order; what is not known is NaN.
  void check_benchmarks(const tally::Benchmarks4& benchmarks) const {
    constexpr double most = 1e12;
    for (const double statistic : benchmarks)
      if (!std::isnan(statistic)) between("benchmark_mean", statistic, -most, most);
    const auto [lower, median, upper, peers] = benchmarks;
    const double hair = 1e-9 * (std::abs(lower) + std::abs(upper));
    if (lower > median + hair || median > upper + hair) refuse("benchmark_mean", "has quartiles that are out of order");
  }

  /// The latent has no bounds of its own; `sd` of a file of an earlier program is unknown.
  void check_latent(const tally::SideSummary& own, const tally::SideSummary& baseline) const {
    constexpr double most = 1e6, near = 1e-6;
    between("expected_score", own.expected_score, -most, most);
    const double change = own.expected_score - baseline.expected_score;
    const double room = near * std::max({1.0, std::abs(own.expected_score), std::abs(baseline.expected_score)});
    between("expected_score_change", own.expected_score_change, change - room, change + room);
    const double spread = own.expected_score_sd + baseline.expected_score_sd;
    if (!std::isnan(own.expected_score_sd)) between("expected_score_sd", own.expected_score_sd, 0, most);
    between("expected_score_change_se", own.expected_score_change_se, 0, std::isnan(spread) ? most : spread + room);
  }

  void check_moments(const tally::Moments& moments) const {
    finite("value_mean", moments.mean);
    error("value_sd", moments.sd);
    finite("value_minimum", moments.minimum);
    finite("value_maximum", moments.maximum);
    for (const double quantile : moments.quantiles) finite("value_quantile", quantile);
    if (moments.minimum > moments.maximum) refuse("value_minimum", "lies above 'value_maximum'");
    const double near = hair(moments), range = moments.maximum - moments.minimum;
    finite("value_maximum", range);
    between("value_sd", moments.sd, 0, range + near);
    if (moments.mean < moments.minimum - near || moments.mean > moments.maximum + near)
      refuse("value_mean", "lies outside 'value_minimum' to 'value_maximum'");
    if (!std::is_sorted(moments.quantiles.begin(), moments.quantiles.end()))
      refuse("value_quantile", "falls where it should rise");
    between("value_quantile", moments.quantiles.front(), moments.minimum - range - near, moments.maximum + near);
    between("value_quantile", moments.quantiles.back(), moments.minimum - near, moments.maximum + range + near);
  }

 private:
  std::string who_;
  std::uint64_t trials_;
};

void check_replicates(const tally::SideSummary& side, const SideCheck& check, const SideCheck& of_replicate) {
  if (side.replicates.empty()) return;
  Counts4 all{};
  for (const SideCounts& replicate : side.replicates) {
    of_replicate.check_counts(replicate, "replicate_");
    for (std::size_t grade = 0; grade < all.size(); ++grade) all[grade] += replicate.rating[grade];
  }
  if (all != side.rating) check.refuse("replicate_rating_count", "adds up to other counts than 'rating_count'");
}

}  // namespace

void check_summary(const model::Header& header, const tally::Summary& summary) {
  const std::string& trust = header.trusts[summary.trust].code;
  if (summary.trials != header.trials)
    throw Impossible("'trust_trials' of '" + trust + "' is " + std::to_string(summary.trials) + ", the run has " +
                     std::to_string(header.trials));
  for (std::size_t s = 0; s < summary.sides.size(); ++s) {
    const tally::SideSummary& side = summary.sides[s];
    const std::string who = "trust '" + trust + "', scenario '" + header.sides[s] + "'";
    const SideCheck check(who, summary.trials);
    check.check_counts(side, "");
    check_odds(side, summary.sides[0], who);
    check_replicates(side, check, {who, summary.trials / std::max<std::size_t>(1, side.replicates.size())});
    check.finite("expected_score", side.expected_score);
    if (!std::isnan(side.expected_score_sd)) check.error("expected_score_sd", side.expected_score_sd);
    check.finite("expected_score_change", side.expected_score_change);
    check.error("expected_score_change_se", side.expected_score_change_se);
    check.check_latent(side, summary.sides[0]);
    for (const tally::Moments& moments : side.moments) check.check_moments(moments);
    for (const double change : side.mean_change) check.finite("change_mean", change);
    for (const double error : side.mean_change_se) check.error("change_mean_se", error);
    for (std::size_t i = 0; i < side.moments.size(); ++i)
      check.check_change(side.moments[i], summary.sides[0].moments[i], side.mean_change[i], side.mean_change_se[i]);
    for (const tally::Benchmarks4& benchmarks : side.benchmarks) check.check_benchmarks(benchmarks);
  }
}

}  // namespace uor::store
