#include "core/uor/analyse/compare.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/uor/analyse/paired.hpp"

namespace uor::analyse {

namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

int sign_of(double value) { return (value > 0) - (value < 0); }

std::size_t months(const SideOf& of) { return static_cast<std::size_t>(of.header.months); }

/// Position of a quantity's assessment month in arrays [summarised][month]; npos when there is no such quantity.
constexpr std::size_t npos = std::numeric_limits<std::size_t>::max();
std::size_t cell_of(const SideOf& of, const std::string& id) {
  const auto& all = of.header.summarised;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Quantity& quantity) { return quantity.id == id; });
  if (found == all.end()) return npos;
  return static_cast<std::size_t>(found - all.begin()) * months(of) +
         static_cast<std::size_t>(of.header.assessment_month - 1);
}

bool equal(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool equal(const run::Moments& a, const run::Moments& b) {
  return equal(a.mean, b.mean) && equal(a.sd, b.sd) && equal(a.minimum, b.minimum) && equal(a.maximum, b.maximum) &&
         std::equal(a.quantiles.begin(), a.quantiles.end(), b.quantiles.begin(),
                    [](double x, double y) { return equal(x, y); });
}

/// A mean's change when both changes against one baseline are known, each with its paired error.
Change through_baseline(const SideOf& from, const SideOf& to, double from_mean, double to_mean, Estimate from_change,
                        Estimate to_change) {
  Change change{from_mean, to_mean, to_change.value - from_change.value, 0, Basis::paired};
  if (from.side == 0) {
    change.standard_error = to_change.standard_error;
  } else if (to.side == 0) {
    change.standard_error = from_change.standard_error;
  } else {
    change.standard_error = from_change.standard_error + to_change.standard_error;
    if (change.standard_error > 0) change.basis = Basis::bound;
  }
  return change;
}

Change mean_change(const SideOf& from, const SideOf& to, const std::string& id, bool one_baseline,
                   const PairedMeans& kept) {
  const std::size_t a = cell_of(from, id), b = cell_of(to, id);
  if (a == npos || b == npos) return {not_known, not_known, not_known, not_known, Basis::unknown};
  const run::Moments &before = from.of_side().moments[a], &after = to.of_side().moments[b];
  if (const auto found = kept.find(id); found != kept.end())
    return {before.mean, after.mean, found->second.value, found->second.standard_error, Basis::paired};
  const bool untouched =
      equal(before, after) && one_baseline && equal(from.of_side().mean_change_se[a], to.of_side().mean_change_se[b]);
  if (untouched) return {before.mean, after.mean, 0, 0, Basis::paired};
  if (one_baseline)
    return through_baseline(from, to, before.mean, after.mean,
                            {from.of_side().mean_change[a], from.of_side().mean_change_se[a]},
                            {to.of_side().mean_change[b], to.of_side().mean_change_se[b]});
  const double n = static_cast<double>(from.summary.trials);
  return {before.mean, after.mean, after.mean - before.mean,
          independent_error(before.sd / std::sqrt(n), after.sd / std::sqrt(n)), Basis::independent};
}

QuantityChange quantity_change(const SideOf& from, const SideOf& to, const Quantity& quantity, bool one_baseline,
                               const PairedMeans& kept) {
  QuantityChange moved;
  moved.quantity = &quantity;
  moved.mean = mean_change(from, to, quantity.id, one_baseline, kept);
  const double sd = from.of_side().moments[cell_of(from, quantity.id)].sd;
  const int sign = sign_of(moved.mean.change);
  moved.standardised = sign == 0 ? 0 : sd > 0 ? moved.mean.change / sd : sign * std::numeric_limits<double>::infinity();
  moved.better = sign * quantity.polarity;
  return moved;
}

template <typename Row, typename Size>
void rank(std::vector<Row>& rows, Size size) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return size(a) > size(b); });
}

std::vector<QuantityChange> metric_changes(const SideOf& from, const SideOf& to, bool one_baseline,
                                           const PairedMeans& kept) {
  std::vector<QuantityChange> rows;
  for (const Quantity& quantity : from.header.summarised) {
    if (quantity.kind != Kind::metric || cell_of(to, quantity.id) == npos) continue;
    QuantityChange moved = quantity_change(from, to, quantity, one_baseline, kept);
    if (moved.standardised != 0) rows.push_back(moved);
  }
  rank(rows, [](const QuantityChange& row) { return std::abs(row.standardised); });
  return rows;
}

/// A share of trials of which only the two counts are known.
Change share_change(std::uint64_t from, std::uint64_t to, std::uint64_t trials) {
  const double before = share(from, trials).value, after = share(to, trials).value;
  return {before, after, after - before, largest_error(from, to, trials), Basis::bound};
}

std::vector<KloeChange> kloe_changes(const SideOf& from, const SideOf& to, bool one_baseline, const PairedMeans& kept) {
  std::vector<KloeChange> rows;
  const auto low = [](const run::Counts4& counts) { return counts[0] + counts[1]; };
  for (std::size_t k = 0; k < from.header.kloes.size(); ++k) {
    KloeChange row{from.header.kloes[k], {}, {}};
    const std::string score = row.kloe + ".score";
    for (const Quantity& quantity : from.header.summarised)
      if (quantity.id == score && cell_of(to, score) != npos)
        row.score = quantity_change(from, to, quantity, one_baseline, kept);
    const bool untouched = row.score.quantity != nullptr && row.score.mean.basis == Basis::paired &&
                           row.score.mean.change == 0 && row.score.mean.standard_error == 0;
    row.below_good = share_change(low(from.of_side().kloe[k]), low(to.of_side().kloe[k]), from.summary.trials);
    if (untouched) row.below_good = {row.below_good.from, row.below_good.to, 0, 0, Basis::paired};
    rows.push_back(row);
  }
  rank(rows, [](const KloeChange& row) { return std::abs(row.score.standardised); });
  return rows;
}

void add_holdings(std::vector<HoldingChange>& rows, bool limiter, const std::vector<std::string>& ids,
                  const std::vector<std::string>& other_ids, const std::vector<std::uint64_t>& from,
                  const std::vector<std::uint64_t>& to, std::uint64_t trials) {
  for (std::size_t i = 0; i < std::min(ids.size(), from.size()); ++i) {
    const auto at = static_cast<std::size_t>(std::find(other_ids.begin(), other_ids.end(), ids[i]) - other_ids.begin());
    if (at >= to.size() || from[i] == to[at]) continue;
    rows.push_back({ids[i], limiter, share_change(from[i], to[at], trials)});
  }
}

std::vector<HoldingChange> holding_changes(const SideOf& from, const SideOf& to) {
  std::vector<HoldingChange> rows;
  const run::SideSummary &before = from.of_side(), &after = to.of_side();
  add_holdings(rows, true, from.header.limiters, to.header.limiters, before.limiter_fired, after.limiter_fired,
               from.summary.trials);
  add_holdings(rows, false, from.header.characteristics, to.header.characteristics, before.characteristic_held,
               after.characteristic_held, from.summary.trials);
  rank(rows, [](const HoldingChange& row) { return std::abs(row.share.change); });
  return rows;
}

Change good_or_better(const run::Migration& pairs) {
  constexpr int good = 3;
  const Estimate change = change_at_least(pairs, good);
  return {at_least(counts_before(pairs), good).value, at_least(counts_after(pairs), good).value, change.value,
          change.standard_error, Basis::paired};
}

Change expected_rating(const run::Migration& pairs) {
  const Estimate change = change_of_mean_grade(pairs);
  return {mean_grade(counts_before(pairs)), mean_grade(counts_after(pairs)), change.value, change.standard_error,
          Basis::paired};
}

Change expected_score(const SideOf& from, const SideOf& to, bool one_baseline) {
  const run::SideSummary &before = from.of_side(), &after = to.of_side();
  if (one_baseline)
    return through_baseline(from, to, before.expected_score, after.expected_score, expected_change(before),
                            expected_change(after));
  return {before.expected_score, after.expected_score, after.expected_score - before.expected_score, not_known,
          Basis::unknown};
}

}  // namespace

const char* name_of(Basis basis) {
  switch (basis) {
    case Basis::paired:
      return "paired";
    case Basis::bound:
      return "bound";
    case Basis::independent:
      return "independent";
    case Basis::unknown:
      break;
  }
  return "unknown";
}

bool same_baseline(const SideOf& from, const SideOf& to) {
  const run::SideSummary &a = from.baseline(), &b = to.baseline();
  if (from.header.summarised.size() != to.header.summarised.size() || a.moments.size() != b.moments.size())
    return false;
  for (std::size_t i = 0; i < from.header.summarised.size(); ++i)
    if (from.header.summarised[i].id != to.header.summarised[i].id) return false;
  return a.rating == b.rating && a.combined == b.combined && a.quality == b.quality && a.kloe == b.kloe &&
         a.rating_by_month == b.rating_by_month && equal(a.expected_score, b.expected_score) &&
         std::equal(a.moments.begin(), a.moments.end(), b.moments.begin(),
                    [](const run::Moments& x, const run::Moments& y) { return equal(x, y); });
}

Comparison compare(const SideOf& from, const SideOf& to, const run::Migration& rating, const run::Migration& combined,
                   const PairedMeans& kept) {
  assert(from.summary.trials == to.summary.trials);
  const bool one_baseline = same_baseline(from, to);
  Comparison comparison;
  comparison.trials = from.summary.trials;
  comparison.same_baseline = one_baseline;
  const auto given = [](const SideOf& of) {
    return of.summary.trust >= of.header.trusts.size() || of.header.trusts[of.summary.trust].combined_given;
  };
  comparison.combined_given = given(from) && given(to);
  comparison.rating = rating;
  comparison.combined = combined;
  comparison.good_or_better = good_or_better(rating);
  comparison.expected_rating = expected_rating(rating);
  comparison.expected_score = expected_score(from, to, one_baseline);
  comparison.kloes = kloe_changes(from, to, one_baseline, kept);
  comparison.metrics = metric_changes(from, to, one_baseline, kept);
  comparison.holdings = holding_changes(from, to);
  return comparison;
}

}  // namespace uor::analyse
