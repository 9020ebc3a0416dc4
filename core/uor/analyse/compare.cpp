#include "core/uor/analyse/compare.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/uor/analyse/benchmark.hpp"
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

bool equal(const tally::Moments& a, const tally::Moments& b) {
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

double error_of(double sd, const SideOf& of) { return sd / std::sqrt(static_cast<double>(of.summary.trials)); }

Change mean_change(const SideOf& from, const SideOf& to, const std::string& id, bool one_baseline,
                   const PairedMeans& kept) {
  const std::size_t a = cell_of(from, id), b = cell_of(to, id);
  if (a == npos || b == npos) return {not_known, not_known, not_known, not_known, Basis::unknown};
  const tally::Moments &before = from.of_side().moments[a], &after = to.of_side().moments[b];
  if (const auto found = kept.find(id); found != kept.end())
    return {before.mean, after.mean, found->second.value, found->second.standard_error, Basis::paired};
  const bool untouched =
      equal(before, after) && one_baseline && equal(from.of_side().mean_change_se[a], to.of_side().mean_change_se[b]);
  if (untouched) return {before.mean, after.mean, 0, 0, Basis::paired};
  if (one_baseline)
    return through_baseline(from, to, before.mean, after.mean,
                            {from.of_side().mean_change[a], from.of_side().mean_change_se[a]},
                            {to.of_side().mean_change[b], to.of_side().mean_change_se[b]});
  return {before.mean, after.mean, after.mean - before.mean,
          independent_error(error_of(before.sd, from), error_of(after.sd, to)), Basis::independent};
}

QuantityChange quantity_change(const SideOf& from, const SideOf& to, const Quantity& quantity, bool one_baseline,
                               const PairedMeans& kept) {
  QuantityChange moved;
  moved.quantity = &quantity;
  moved.mean = mean_change(from, to, quantity.id, one_baseline, kept);
  const Estimate change =
      without_rounding({moved.mean.change, moved.mean.standard_error}, moved.mean.from, moved.mean.to);
  moved.mean.change = change.value;
  moved.mean.standard_error = change.standard_error;
  moved.standardised =
      size_of_change(from.header, from.baseline(), quantity, moved.mean.from, moved.mean.to, moved.mean.change);
  moved.better = sign_of(moved.mean.change) * quantity.polarity;
  return moved;
}

/// The largest first, equals by name.
template <typename Row, typename Size, typename Name>
void rank(std::vector<Row>& rows, Size size, Name name) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    const double larger = std::abs(size(a)), smaller = std::abs(size(b));
    return larger != smaller ? larger > smaller : name(a) < name(b);
  });
}

std::vector<QuantityChange> metric_changes(const SideOf& from, const SideOf& to, bool one_baseline,
                                           const PairedMeans& kept) {
  std::vector<QuantityChange> rows;
  for (const Quantity& quantity : from.header.summarised) {
    if (quantity.kind != Kind::metric || cell_of(to, quantity.id) == npos) continue;
    QuantityChange moved = quantity_change(from, to, quantity, one_baseline, kept);
    if (moved.standardised != 0) rows.push_back(moved);
  }
  rank(
      rows, [](const QuantityChange& row) { return row.standardised; },
      [](const QuantityChange& row) { return row.quantity->title; });
  return rows;
}

/// Trials of both sides, and whether they are counterparts.
struct Trials {
  std::uint64_t from, to;
  bool paired;
};

/// A share of trials of which only the two counts are known.
Change share_change(std::uint64_t from, std::uint64_t to, const Trials& trials) {
  const Estimate before = share(from, trials.from), after = share(to, trials.to);
  if (!trials.paired)
    return {before.value, after.value, after.value - before.value,
            independent_error(before.standard_error, after.standard_error), Basis::independent};
  return {before.value, after.value, after.value - before.value, largest_error(from, to, trials.from), Basis::bound};
}

std::vector<KloeChange> kloe_changes(const SideOf& from, const SideOf& to, bool one_baseline, bool paired,
                                     const PairedMeans& kept) {
  std::vector<KloeChange> rows;
  const auto low = [](const tally::Counts4& counts) { return counts[0] + counts[1]; };
  for (std::size_t k = 0; k < from.header.kloes.size(); ++k) {
    const std::string& kloe = from.header.kloes[k];
    KloeChange row{kloe, k < from.header.kloe_titles.size() ? from.header.kloe_titles[k] : kloe, {}, {}};
    const std::vector<std::string>& others = to.header.kloes;
    const auto other = static_cast<std::size_t>(std::find(others.begin(), others.end(), kloe) - others.begin());
    if (other == others.size()) continue;  // a key line that only one of the runs has
    const std::string score = row.kloe + ".score";
    for (const Quantity& quantity : from.header.summarised)
      if (quantity.id == score && cell_of(to, score) != npos)
        row.score = quantity_change(from, to, quantity, one_baseline, kept);
    const bool untouched = row.score.quantity != nullptr && row.score.mean.basis == Basis::paired &&
                           row.score.mean.change == 0 && row.score.mean.standard_error == 0;
    row.below_good = share_change(low(from.of_side().kloe[k]), low(to.of_side().kloe[other]),
                                  {from.summary.trials, to.summary.trials, paired});
    if (untouched) row.below_good = {row.below_good.from, row.below_good.to, 0, 0, Basis::paired};
    rows.push_back(row);
  }
  rank(
      rows, [](const KloeChange& row) { return row.score.standardised; },
      [](const KloeChange& row) { return row.kloe; });
  return rows;
}

void add_holdings(std::vector<HoldingChange>& rows, bool limiter, const std::vector<std::string>& ids,
                  const std::vector<std::string>& titles, const std::vector<std::string>& other_ids,
                  const std::vector<std::uint64_t>& from, const std::vector<std::uint64_t>& to, const Trials& trials) {
  for (std::size_t i = 0; i < std::min(ids.size(), from.size()); ++i) {
    const auto at = static_cast<std::size_t>(std::find(other_ids.begin(), other_ids.end(), ids[i]) - other_ids.begin());
    if (at >= to.size() || share(from[i], trials.from).value == share(to[at], trials.to).value) continue;
    rows.push_back({ids[i], i < titles.size() ? titles[i] : ids[i], limiter, share_change(from[i], to[at], trials)});
  }
}

std::vector<HoldingChange> holding_changes(const SideOf& from, const SideOf& to, bool paired) {
  const Trials trials = {from.summary.trials, to.summary.trials, paired};
  std::vector<HoldingChange> rows;
  const tally::SideSummary &before = from.of_side(), &after = to.of_side();
  add_holdings(rows, true, from.header.limiters, from.header.limiter_titles, to.header.limiters, before.limiter_fired,
               after.limiter_fired, trials);
  add_holdings(rows, false, from.header.characteristics, from.header.characteristic_titles, to.header.characteristics,
               before.characteristic_held, after.characteristic_held, trials);
  rank(
      rows, [](const HoldingChange& row) { return row.share.change; },
      [](const HoldingChange& row) { return row.title; });
  return rows;
}

Change expected_score(const SideOf& from, const SideOf& to, bool one_baseline) {
  const tally::SideSummary &before = from.of_side(), &after = to.of_side();
  if (one_baseline)
    return through_baseline(from, to, before.expected_score, after.expected_score, expected_change(before),
                            expected_change(after));
  const double error =
      independent_error(error_of(before.expected_score_sd, from), error_of(after.expected_score_sd, to));
  return {before.expected_score, after.expected_score, after.expected_score - before.expected_score, error,
          std::isfinite(error) ? Basis::independent : Basis::unknown};
}

}  // namespace

bool same_baseline(const SideOf& from, const SideOf& to) {
  const tally::SideSummary &a = from.baseline(), &b = to.baseline();
  if (from.header.summarised.size() != to.header.summarised.size() || a.moments.size() != b.moments.size())
    return false;
  for (std::size_t i = 0; i < from.header.summarised.size(); ++i)
    if (from.header.summarised[i].id != to.header.summarised[i].id) return false;
  return a.rating == b.rating && a.combined == b.combined && a.quality == b.quality && a.kloe == b.kloe &&
         a.rating_by_month == b.rating_by_month && equal(a.expected_score, b.expected_score) &&
         std::equal(a.moments.begin(), a.moments.end(), b.moments.begin(),
                    [](const tally::Moments& x, const tally::Moments& y) { return equal(x, y); });
}

namespace {

bool combined_given(const SideOf& of) {
  return of.summary.trust >= of.header.trusts.size() || of.header.trusts[of.summary.trust].combined_given;
}

/// What summaries hold besides the ratings, and what follows from those.
void compare_summaries(Comparison& comparison, const SideOf& from, const SideOf& to, const PairedMeans& kept) {
  const bool one_baseline = comparison.same_baseline;
  comparison.trials = from.summary.trials;
  comparison.combined_given = combined_given(from) && combined_given(to);
  comparison.expected_score = expected_score(from, to, one_baseline);
  comparison.kloes = kloe_changes(from, to, one_baseline, comparison.paired, kept);
  comparison.metrics = metric_changes(from, to, one_baseline, kept);
  comparison.holdings = holding_changes(from, to, comparison.paired);
}

}  // namespace

Comparison compare(const SideOf& from, const SideOf& to, const tally::Migration& rating,
                   const tally::Migration& combined, const PairedMeans& kept) {
  assert(from.summary.trials == to.summary.trials);
  Comparison comparison;
  comparison.same_baseline = same_baseline(from, to);
  const SideAt before = {from.summary, from.side}, after = {to.summary, to.side};
  comparison.ratings = rating_changes(before, after, comparison.same_baseline, rating);
  comparison.combined_ratings = combined_changes(before, after, combined);
  compare_summaries(comparison, from, to, kept);
  return comparison;
}

Comparison compare_unpaired(const SideOf& from, const SideOf& to) {
  Comparison comparison;
  comparison.paired = false;
  comparison.ratings = unpaired_rating_changes({from.summary, from.side}, {to.summary, to.side});
  comparison.combined_ratings = unpaired_combined_changes({from.summary, from.side}, {to.summary, to.side});
  compare_summaries(comparison, from, to, {});
  return comparison;
}

}  // namespace uor::analyse
