#include "core/uor/tally/summarise.hpp"

#include <cassert>
#include <cmath>

#include "core/uor/tally/replicates.hpp"

namespace uor::tally {

double deviation(double sum, double square, double n) {
  return n > 1 ? std::sqrt(std::max(0.0, (square - sum * sum / n) / (n - 1))) : 0.0;
}

Summariser::Summariser(const model::Plan& plan, const TrustContext& trust, Points points)
    : plan_(plan),
      trust_(trust),
      sums_(plan.sum_columns()),
      counts_(plan.sides.size()),
      implausible_(plan.wiring.quantities.size(), 0) {
  for (SideCounts& counts : counts_) {
    counts.start(plan.scores.size(), static_cast<std::size_t>(plan.months), plan.limiters.size(),
                 plan.characteristics.size());
  }
  replicates_.resize(replicates_of(points), {counts_, std::vector<double>(sums_.size(), 0.0)});
}

void Summariser::add(const Tally& tally, std::uint64_t first_trial, std::uint64_t trials) {
  if (!replicates_.empty()) {
    assert(first_trial % block_trials + trials <= block_trials);
    Replicate& replicate = replicates_[replicate_of(first_trial)];
    for (std::size_t side = 0; side < counts_.size(); ++side) replicate.counts[side].add(tally.counts[side]);
    for (std::size_t leaf = 0; leaf < tally.sums.leaves(); ++leaf) {
      for (std::size_t column = 0; column < sums_.size(); ++column) {
        replicate.change[column] += tally.sums.leaf(leaf, column).change;
      }
    }
  }
  for (std::size_t leaf = 0; leaf < tally.sums.leaves(); ++leaf) {
    for (std::size_t column = 0; column < sums_.size(); ++column) sums_[column].add(tally.sums.leaf(leaf, column));
  }
  for (std::size_t side = 0; side < counts_.size(); ++side) counts_[side].add(tally.counts[side]);
  for (std::size_t q = 0; q < implausible_.size(); ++q) implausible_[q] += tally.implausible[q];
  trials_ += trials;
}

void Summariser::fill_moments(std::size_t side, const Distributions& distributions, SideSummary& summary) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months), items = plan_.summarised.size() * months;
  const double n = static_cast<double>(trials_);
  summary.moments.resize(items);
  summary.mean_change.assign(items, 0.0);
  summary.mean_change_se.assign(items, 0.0);
  for (std::size_t item = 0; item < items; ++item) {
    const bool own = side == 0 || plan_.sides[side].changed[plan_.summarised[item / months]];
    const std::size_t column = (own ? side : 0) * items + item;
    const Sums& sums = sums_[column];
    Moments& moments = summary.moments[item];
    moments.mean = trust_.scales[column].center + sums.value / n;
    moments.sd = deviation(sums.value, sums.square, n);
    moments.minimum = distributions.minimum(column);
    moments.maximum = distributions.maximum(column);
    quantiles_of(trust_.scales[column], distributions.counts(column), distributions.far(column), moments.minimum,
                 moments.maximum, quantile_levels, moments.quantiles.data());
    if (side == 0 || !own) continue;
    summary.mean_change[item] = sums.change / n;
    summary.mean_change_se[item] = change_error(column);
  }
}

double Summariser::change_error(std::size_t column) const {
  const double n = static_cast<double>(trials_);
  if (replicates_.empty()) {
    return deviation(sums_[column].change, sums_[column].change_square, n) / std::sqrt(n);
  }
  std::vector<double> means;
  for (const Replicate& replicate : replicates_) {
    means.push_back(replicate.change[column] * static_cast<double>(replicates_.size()) / n);
  }
  return replicate_error(means);
}

void Summariser::fill_latent(std::size_t side, SideSummary& summary) const {
  const double n = static_cast<double>(trials_);
  const std::size_t column = plan_.latent_column(side);
  const Sums& sums = sums_[column];
  summary.expected_score = sums.value / n;
  summary.expected_score_sd = deviation(sums.value, sums.square, n);
  summary.expected_score_change = sums.change / n;
  summary.expected_score_change_se = change_error(column);
}

/// The policy's statistics at the mean prices of the month, or the means of what trusts of the run made them.
void Summariser::fill_benchmarks(std::size_t side, SideSummary& summary) const {
  const double n = static_cast<double>(trials_), prices = sums_[plan_.price_column(side)].value / n;
  for (std::size_t m = 0; m < plan_.published.size(); ++m) {
    const model::PublishedMetric& metric = plan_.published[m];
    Benchmarks4& benchmarks = summary.benchmarks.emplace_back();
    for (std::size_t s = 0; s < benchmarks.size(); ++s) {
      const double fixed = s < metric.statistic.size() ? metric.statistic[s] : trust_.peers[m];
      const bool moves = plan_.moving && metric.benchmark[s] != model::npos;
      benchmarks[s] = moves ? sums_[plan_.benchmark_column(side, m, s)].value / n : fixed * (metric.money ? prices : 1);
    }
  }
}

Summary Summariser::finish(const Distributions& distributions) const {
  Summary summary;
  summary.trust = trust_.index;
  summary.trials = trials_;
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    SideSummary one;
    static_cast<SideCounts&>(one) = counts_[side];
    for (const Replicate& replicate : replicates_) one.replicates.push_back(replicate.counts[side]);
    fill_moments(side, distributions, one);
    fill_latent(side, one);
    fill_benchmarks(side, one);
    summary.sides.push_back(std::move(one));
  }
  for (const std::size_t q : plan_.summarised) summary.implausible[plan_.wiring.quantities[q].id] = implausible_[q];
  return summary;
}

}  // namespace uor::tally
