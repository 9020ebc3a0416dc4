#include "core/uor/tally/summarise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/uor/model/fit_draws.hpp"
#include "core/uor/tally/replicates.hpp"

namespace uor::tally {

double deviation(double sum, double square, double n) {
  return n > 1 ? std::sqrt(std::max(0.0, (square - sum * sum / n) / (n - 1))) : 0.0;
}

namespace {

using model::OddsColumns;

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
  void fill_odds(std::size_t side, const Summary& before, SideSummary& summary) const;
  double change_error(std::size_t column) const;
  double replicated_error(std::size_t column, double ReplicateSums::*sum) const;
  Estimate mean(std::size_t column) const;
  Estimate change(std::size_t column) const;
  ConditionalOdds odds(std::size_t side) const;
  std::optional<Estimates4> combined(std::size_t side) const;
  void fill_fit_draws(std::size_t side, ConditionalOdds& odds) const;
  void fill_from_to(std::size_t side, const Estimates4& baseline, ConditionalOdds& odds) const;
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
  if (part_.replicates.empty()) {
    const double n = trials();
    return deviation(total_.sums[column].change, total_.sums[column].change_square, n) / std::sqrt(n);
  }
  return replicated_error(column, &ReplicateSums::change);
}

double Filling::replicated_error(std::size_t column, double ReplicateSums::*sum) const {
  std::vector<double> means;
  const std::size_t begun = std::min<std::size_t>(replicates(), part_.range.count / block_trials);
  for (std::size_t r = 0; r < begun; ++r) {
    const ReplicateSums& of = total_.replicates[r * plan_.sum_columns() + column];
    means.push_back(of.*sum * static_cast<double>(begun) / trials());
  }
  return replicate_error(means);
}

/// Of a column that is summed as it is.
Estimate Filling::mean(std::size_t column) const {
  const double n = trials();
  const Sums& sums = total_.sums[column];
  const double error = part_.replicates.empty() ? deviation(sums.value, sums.square, n) / std::sqrt(n)
                                                : replicated_error(column, &ReplicateSums::value);
  return {sums.value / n, error};
}

Estimate Filling::change(std::size_t column) const {
  return {total_.sums[column].change / trials(), change_error(column)};
}

/// Where no trial was left out, since all ratings were given.
std::optional<Estimates4> Filling::combined(std::size_t side) const {
  Estimates4 odds;
  double all = 0;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    odds[grade] = mean(plan_.odds_column(side, OddsColumns::combined + grade));
    all += odds[grade].value;
  }
  if (all < 1 - 1e-6) return {};
  return odds;
}

/// From odds of both being at most somewhere, which differ by rounding from what cannot be negative.
void Filling::fill_from_to(std::size_t side, const Estimates4& baseline, ConditionalOdds& odds) const {
  double at_most[5][5] = {};
  for (std::size_t j = 1; j <= 4; ++j) {
    at_most[j][4] = at_most[j - 1][4] + baseline[j - 1].value;
    if (j < 4) at_most[4][j] = at_most[4][j - 1] + odds.rating[j - 1].value;
    for (std::size_t k = 1; k < 4 && j < 4; ++k) {
      at_most[j][k] = total_.sums[plan_.odds_column(side, OddsColumns::joint + 3 * (j - 1) + k - 1)].value / trials();
    }
  }
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) {
      const double share =
          (at_most[from + 1][to + 1] - at_most[from][to + 1]) - (at_most[from + 1][to] - at_most[from][to]);
      odds.from_to[from][to] = std::max(0.0, share);
    }
  }
}

/// The first trials tell by which factor of its odds (p to 1 - p) a draw moves a probability; that moves the run's own.
double moved_by_odds(double own, double from, double to) {
  const bool inside = own > 0 && own < 1 && from > 0 && from < 1;
  if (!inside) return to;
  const double factor = own / (1 - own) * ((1 - from) / from);
  return to * factor / (1 - to + to * factor);
}

void Filling::fill_fit_draws(std::size_t side, ConditionalOdds& odds) const {
  if (plan_.range_draws() == 0) return;
  const double n = std::min(trials(), static_cast<double>(model::fit_range_trials));
  const std::array own = {odds.rating[1].value + odds.rating[2].value + odds.rating[3].value, odds.good_or_better.value,
                          odds.rating[3].value};
  for (std::size_t draw = 1; draw < plan_.range_draws(); ++draw) {
    std::array<double, 3>& above = odds.fit_draws.emplace_back();
    for (std::size_t j = 0; j < 3; ++j) {
      above[j] = moved_by_odds(own[j], part_.fit_sums[plan_.range_column(side, 0, j)] / n,
                               part_.fit_sums[plan_.range_column(side, draw, j)] / n);
    }
  }
}

ConditionalOdds Filling::odds(std::size_t side) const {
  ConditionalOdds odds;
  const auto column = [&](std::size_t item) { return plan_.odds_column(side, item); };
  for (std::size_t grade = 0; grade < 4; ++grade) {
    odds.rating[grade] = mean(column(OddsColumns::rating + grade));
    odds.change[grade] = change(column(OddsColumns::rating + grade));
  }
  odds.good_or_better = mean(column(OddsColumns::good_or_better));
  odds.good_or_better_change = change(column(OddsColumns::good_or_better));
  odds.expected_rating = mean(column(OddsColumns::expected_rating));
  odds.expected_rating_change = change(column(OddsColumns::expected_rating));
  odds.combined = combined(side);
  fill_fit_draws(side, odds);
  for (int month = 0; plan_.odds_by_month && month < plan_.months; ++month) {
    Estimates4& by_month = odds.by_month.emplace_back();
    for (std::size_t grade = 0; grade < 4; ++grade) {
      by_month[grade] = mean(column(OddsColumns::by_month + 4 * static_cast<std::size_t>(month) + grade));
    }
  }
  return odds;
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

void Filling::fill_odds(std::size_t side, const Summary& before, SideSummary& summary) const {
  ConditionalOdds& made = summary.conditional.emplace(odds(side));
  if (side > 0) {
    fill_from_to(side, before.sides[0].conditional->rating, made);
  } else {
    for (std::size_t grade = 0; grade < 4; ++grade) made.from_to[grade][grade] = made.rating[grade].value;
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
    if (plan_.in_closed_form) fill_odds(side, summary, one);
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
