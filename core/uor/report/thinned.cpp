#include "core/uor/report/thinned.hpp"

#include <algorithm>
#include <cassert>

namespace uor::report {

namespace {

/// Sum over trusts of what a side does to the odds of good or better.
double moved(const Figures& figures, std::size_t side) {
  double sum = 0;
  for (const TrustFigures& trust : figures.trusts) sum += trust.odds[side].good_or_better_change.value;
  if (figures.trusts.empty())
    for (const TrustRow& row : figures.rows) sum += row.good_or_better_change[side].value;
  return sum;
}

class Thinner {
 public:
  explicit Thinner(const std::vector<std::size_t>& sides) : sides_(sides) {}

  /// One element a side; what is empty, or ends before the last side, holds nothing of a side.
  template <typename Element>
  void thin(std::vector<Element>& by_side) const {
    if (by_side.size() <= sides_.back()) return;
    std::vector<Element> kept;
    for (const std::size_t side : sides_) kept.push_back(std::move(by_side[side]));
    by_side = std::move(kept);
  }

  /// One element a side but the baseline.
  template <typename Element>
  void thin_changes(std::vector<Element>& changes) const {
    std::vector<Element> kept;
    for (const std::size_t side : sides_)
      if (side > 0) kept.push_back(std::move(changes[side - 1]));
    changes = std::move(kept);
  }

  void thin_line(Line& line) const {
    thin(line.sides);
    thin(line.change);
  }

  void thin_lines(std::vector<Line>& lines) const {
    for (Line& line : lines) thin_line(line);
  }

 private:
  const std::vector<std::size_t>& sides_;
};

void thin_score(const Thinner& thinner, ScoreBeside& score) {
  thinner.thin(score.share);
  thinner.thin(score.mean);
  thinner.thin_lines(score.metrics);
}

void thin_money(const Thinner& thinner, TrustFigures& trust) {
  thinner.thin_lines(trust.money.statements);
  thinner.thin_lines(trust.money.fund_terms);
  thinner.thin_lines(trust.money.support);
  thinner.thin(trust.statement.sides);
  thinner.thin(trust.statement.steps);
  thinner.thin(trust.own_forecast.sides);
  for (Quarter& quarter : trust.money.fund) {
    thinner.thin(quarter.earned_gbp_m);
    thinner.thin(quarter.earned_since_april);
  }
  thinner.thin(trust.bridge.sides);
  thinner.thin(trust.schemes.sides);
  thinner.thin(trust.schemes.totals);
  thin_score(thinner, trust.score_beside);
  for (ScoreBeside& score : trust.more_beside) thin_score(thinner, score);
}

void thin_trust(const Thinner& thinner, TrustFigures& trust) {
  thinner.thin(trust.odds);
  thinner.thin_changes(trust.changes);
  if (!trust.pounds.empty()) thinner.thin_changes(trust.pounds);
  for (Kloe& kloe : trust.kloes) {
    thinner.thin(kloe.sides);
    if (kloe.score) thinner.thin_line(*kloe.score);
  }
  for (Metric& metric : trust.metrics) {
    thinner.thin_line(metric.line);
    thinner.thin(metric.forecast_change);
    thinner.thin(metric.quarter);
    thinner.thin(metric.opportunity);
    thinner.thin(metric.benchmark);
  }
  for (Ratio& ratio : trust.ratios)
    for (auto* values : {&ratio.value, &ratio.median, &ratio.opportunity}) thinner.thin(*values);
  for (auto* holdings : {&trust.limiters, &trust.characteristics})
    for (Holding& holding : *holdings) thinner.thin(holding.share);
  thin_money(thinner, trust);
}

void thin_rows(const Thinner& thinner, Figures& figures) {
  for (TrustRow& row : figures.rows) {
    thinner.thin(row.rating);
    thinner.thin(row.good_or_better);
    thinner.thin(row.good_or_better_change);
    thinner.thin(row.expected_rating);
    thinner.thin(row.expected_score);
    thinner.thin(row.expected_change);
  }
  if (!figures.sector) return;
  thinner.thin(figures.sector->held);
  thinner.thin(figures.sector->from_to);
  thinner.thin(figures.sector->by_type);
  thinner.thin(figures.sector->odds);
}

/// `count` positions spread evenly over `order`, both ends among them; the last side takes the place of its nearest
/// one.
std::vector<std::size_t> ranks_kept(const std::vector<std::size_t>& order, std::size_t count) {
  const auto last = std::max_element(order.begin(), order.end());
  const auto rank = static_cast<std::size_t>(last - order.begin());
  if (count < 2) return {rank};
  std::vector<std::size_t> ranks;
  for (std::size_t i = 0; i < count; ++i) ranks.push_back(i * (order.size() - 1) / (count - 1));
  if (std::find(ranks.begin(), ranks.end(), rank) != ranks.end()) return ranks;
  const auto distance = [&](std::size_t other) { return other > rank ? other - rank : rank - other; };
  const std::ptrdiff_t ends = count > 2 ? 1 : 0;  // they stay where something between them can give way
  *std::min_element(ranks.begin() + ends, ranks.end() - ends,
                    [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); }) = rank;
  return ranks;
}

}  // namespace

std::vector<std::size_t> standing_for_all(const Figures& figures, std::size_t most) {
  assert(most >= 2);
  const std::size_t sides = figures.origin.sides.size();
  if (sides < 2) return {0};
  std::vector<std::size_t> order;
  for (std::size_t side = 1; side < sides; ++side) order.push_back(side);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return moved(figures, a) < moved(figures, b); });
  std::vector<std::size_t> sides_kept = {0};
  for (const std::size_t rank : ranks_kept(order, std::min(most, sides) - 1)) sides_kept.push_back(order[rank]);
  std::sort(sides_kept.begin(), sides_kept.end());
  return sides_kept;
}

Figures thinned(Figures figures, const std::vector<std::size_t>& sides) {
  assert(!sides.empty() && sides.front() == 0);
  const Thinner thinner(sides);
  thinner.thin(figures.origin.sides);
  thinner.thin(figures.origin.side_titles);
  for (TrustFigures& trust : figures.trusts) thin_trust(thinner, trust);
  for (SectorCut& cut : figures.regions) thinner.thin(cut.sides);
  for (SectorCut& cut : figures.stps) thinner.thin(cut.sides);
  thin_rows(thinner, figures);
  return figures;
}

}  // namespace uor::report
