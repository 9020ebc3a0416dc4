#include "core/uor/tally/summarise.hpp"

#include <cmath>
#include <utility>

#include "core/uor/tally/replicates.hpp"

namespace uor::tally {

double deviation(double sum, double square, double n) {
  return n > 1 ? std::sqrt(std::max(0.0, (square - sum * sum / n) / (n - 1))) : 0.0;
}

namespace {

constexpr Moments unknown_moments = {model::unknown_figure,
                                     model::unknown_figure,
                                     model::unknown_figure,
                                     model::unknown_figure,
                                     {model::unknown_figure, model::unknown_figure, model::unknown_figure,
                                      model::unknown_figure, model::unknown_figure}};

/// What was added of one trust, on its way to a summary.
class Filling {
 public:
  Filling(const model::Plan& plan, const TrustContext& trust, const Part& part, const Distributions& distributions)
      : plan_(plan), trust_(trust), part_(part), distributions_(distributions), total_(part.total()) {}

  Summary summary() const;

 private:
  void fill_moments(std::size_t side, SideSummary& summary) const;
  Moments moments_of(std::size_t column) const;
  void fill_latent(std::size_t side, SideSummary& summary) const;
  void fill_benchmarks(std::size_t side, SideSummary& summary) const;
  double change_error(std::size_t column) const;
  double trials() const { return static_cast<double>(part_.range.count); }
  std::size_t replicates() const { return part_.replicates.size() / plan_.sides.size(); }

  const model::Plan& plan_;
  const TrustContext& trust_;
  const Part& part_;
  const Distributions& distributions_;
  ChunkSums total_;
};

void Filling::fill_moments(std::size_t side, SideSummary& summary) const {
  if (plan_.items() == 0) return;
  const std::size_t months = static_cast<std::size_t>(plan_.months), all = plan_.summarised.size() * months;
  summary.moments.assign(all, unknown_moments);
  summary.mean_change.assign(all, model::unknown_figure);
  summary.mean_change_se.assign(all, model::unknown_figure);
  for (std::size_t place = 0; place < plan_.summarised.size(); ++place) {
    const bool own = side == 0 || plan_.sides[side].changed[plan_.summarised[place]];
    for (int month = plan_.first_summarised; month <= plan_.last_summarised; ++month) {
      const std::size_t at = place * months + static_cast<std::size_t>(month - 1);
      const std::size_t column = (own ? side : 0) * plan_.items() + plan_.item(place, month);
      summary.moments[at] = moments_of(column);
      const bool differs = side > 0 && own;
      summary.mean_change[at] = differs ? total_.sums[column].change / trials() : 0.0;
      summary.mean_change_se[at] = differs ? change_error(column) : 0.0;
    }
  }
}

Moments Filling::moments_of(std::size_t column) const {
  const Sums& sums = total_.sums[column];
  Moments moments;
  moments.mean = trust_.scales[column].center + sums.value / trials();
  moments.sd = deviation(sums.value, sums.square, trials());
  moments.minimum = distributions_.minimum(column);
  moments.maximum = distributions_.maximum(column);
  quantiles_of(trust_.scales[column], distributions_.counts(column), distributions_.far(column), moments.minimum,
               moments.maximum, quantile_levels, moments.quantiles.data());
  return moments;
}

double Filling::change_error(std::size_t column) const {
  const double n = trials();
  if (part_.replicates.empty()) {
    return deviation(total_.sums[column].change, total_.sums[column].change_square, n) / std::sqrt(n);
  }
  std::vector<double> means;
  for (std::size_t r = 0; r < replicates(); ++r) {
    const double change = total_.replicate_change[r * plan_.sum_columns() + column];
    means.push_back(change * static_cast<double>(replicates()) / n);
  }
  return replicate_error(means);
}

void Filling::fill_latent(std::size_t side, SideSummary& summary) const {
  const double n = trials();
  const std::size_t column = plan_.latent_column(side);
  const Sums& sums = total_.sums[column];
  summary.expected_score = sums.value / n;
  summary.expected_score_sd = deviation(sums.value, sums.square, n);
  summary.expected_score_change = sums.change / n;
  summary.expected_score_change_se = change_error(column);
}

/// The policy's statistics at the mean prices of the month, or the means of what trusts of the run made them.
void Filling::fill_benchmarks(std::size_t side, SideSummary& summary) const {
  const double n = trials(), prices = total_.sums[plan_.price_column(side)].value / n;
  for (std::size_t m = 0; m < plan_.published.size(); ++m) {
    const model::PublishedMetric& metric = plan_.published[m];
    Benchmarks4& benchmarks = summary.benchmarks.emplace_back();
    for (std::size_t s = 0; s < benchmarks.size(); ++s) {
      const double fixed = s < metric.statistic.size() ? metric.statistic[s] : trust_.peers[m];
      const bool moves = plan_.moving && metric.benchmark[s] != model::npos;
      benchmarks[s] =
          moves ? total_.sums[plan_.benchmark_column(side, m, s)].value / n : fixed * (metric.money ? prices : 1);
    }
  }
}

Summary Filling::summary() const {
  Summary summary;
  summary.trust = trust_.index;
  summary.trials = part_.range.count;
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    SideSummary one;
    static_cast<SideCounts&>(one) = part_.counts[side];
    for (std::size_t r = 0; r < replicates(); ++r) {
      one.replicates.push_back(part_.replicates[r * plan_.sides.size() + side]);
    }
    fill_moments(side, one);
    fill_latent(side, one);
    fill_benchmarks(side, one);
    summary.sides.push_back(std::move(one));
  }
  for (const std::size_t q : plan_.summarised_months() == 0 ? std::vector<std::size_t>{} : plan_.summarised) {
    summary.implausible[plan_.wiring.quantities[q].id] = part_.implausible[q];
  }
  return summary;
}

}  // namespace

Summariser::Summariser(const model::Plan& plan, const TrustContext& trust, Points points, std::uint64_t first)
    : plan_(plan), trust_(trust), part_(part_shape(plan, points), trust.index, first) {}

Summary Summariser::finish(const Distributions& distributions) const {
  return Filling(plan_, trust_, part_, distributions).summary();
}

Part Summariser::part(Distributions distributions) && {
  part_.distributions = std::move(distributions);
  return std::move(part_);
}

Summary summary_of(const model::Plan& plan, const TrustContext& trust, const Part& whole) {
  return Filling(plan, trust, whole, whole.distributions).summary();
}

}  // namespace uor::tally
