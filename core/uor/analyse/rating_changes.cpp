#include "core/uor/analyse/rating_changes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/analyse/turned_round.hpp"

namespace uor::analyse {

namespace {

constexpr int good = 3;
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

Change change_to(const Estimate& from, const Estimate& to, const Estimate& change, Basis basis) {
  return {from.value, to.value, change.value, change.standard_error, basis};
}

Change independent_change(const Estimate& from, const Estimate& to) {
  return {from.value, to.value, to.value - from.value, independent_error(from.standard_error, to.standard_error),
          Basis::independent};
}

Estimate mean_of_counts(const tally::Counts4& counts) {
  const double n = static_cast<double>(total(counts)), mean = mean_grade(counts);
  double squares = 0;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    const double off = static_cast<double>(grade + 1) - mean;
    squares += off * off * static_cast<double>(counts[grade]);
  }
  return {mean, n > 1 ? std::sqrt(squares / (n - 1) / n) : not_known};
}

/// What both sides' own odds say, with changes as of independent runs.
RatingChanges of_odds(const Odds4& before, const Odds4& after, const Estimate& good_before, const Estimate& good_after,
                      const Estimate& mean_before, const Estimate& mean_after) {
  RatingChanges changes;
  changes.before = before;
  changes.after = after;
  changes.good_before = good_before;
  changes.good_after = good_after;
  changes.paired = false;
  for (std::size_t grade = 0; grade < 4; ++grade) changes.of[grade] = independent_change(before[grade], after[grade]);
  changes.good_or_better = independent_change(good_before, good_after);
  changes.mean_rating = independent_change(mean_before, mean_after);
  return changes;
}

RatingChanges of_counts(const tally::Counts4& before, const tally::Counts4& after) {
  return of_odds(probabilities(before), probabilities(after), at_least(before, good), at_least(after, good),
                 mean_of_counts(before), mean_of_counts(after));
}

/// Good or better and the mean of odds of which only the four are known: their errors are at most the sums.
Estimate good_of(const Odds4& odds) {
  return {odds[2].value + odds[3].value, odds[2].standard_error + odds[3].standard_error};
}
Estimate mean_of(const Odds4& odds) {
  Estimate mean;
  for (std::size_t grade = 0; grade < 4; ++grade) {
    mean.value += static_cast<double>(grade + 1) * odds[grade].value;
    mean.standard_error += static_cast<double>(grade + 1) * odds[grade].standard_error;
  }
  return mean;
}

/// The change of an estimate of which each side's change to one baseline is known, paired; `most` bounds its error.
Change through_baseline(const SideAt& from, const SideAt& to, Change change, const Estimate& from_change,
                        const Estimate& to_change, double most) {
  change.basis = Basis::paired;
  if (from.side == 0) {
    change.change = to_change.value;
    change.standard_error = to_change.standard_error;
  } else if (to.side == 0) {
    change.change = 0 - from_change.value;
    change.standard_error = from_change.standard_error;
  } else if (&from.of_side() == &to.of_side()) {
    change.standard_error = 0;
  } else {
    change.standard_error = std::min(from_change.standard_error + to_change.standard_error, most);
    if (change.standard_error > 0) change.basis = Basis::bound;
  }
  return change;
}

/// Without a common baseline.
Change bounded(Change change, const Estimate& from, const Estimate& to, double counted_error) {
  change.standard_error = std::min(from.standard_error + to.standard_error, counted_error);
  change.basis = change.standard_error > 0 ? Basis::bound : Basis::paired;
  return change;
}

Shares4 trials_of(const Odds4& odds, double trials) {
  Shares4 shares{};
  for (std::size_t grade = 0; grade < 4; ++grade) shares[grade] = trials * odds[grade].value;
  return shares;
}

FromTo pairs_between(const SideAt& from, const SideAt& to, bool one_baseline, const RatingChanges& changes,
                     const tally::Migration& counted) {
  if (one_baseline && from.side == 0) return from_to(to.of_side(), to.side, to.summary.trials);
  if (one_baseline && to.side == 0) return turned_round(from_to(from.of_side(), from.side, from.summary.trials));
  const double trials = static_cast<double>(from.summary.trials);
  return fitted_to_margins(as_from_to(counted), trials_of(changes.before, trials), trials_of(changes.after, trials));
}

bool both_in_closed_form(const SideAt& from, const SideAt& to) {
  return from.of_side().conditional && to.of_side().conditional;
}

bool both_combined(const SideAt& from, const SideAt& to) {
  return both_in_closed_form(from, to) && from.of_side().conditional->combined && to.of_side().conditional->combined;
}

RatingChanges of_sides(const SideAt& from, const SideAt& to) {
  const tally::SideSummary &a = from.of_side(), &b = to.of_side();
  RatingChanges changes = of_odds(rating_odds(a), rating_odds(b), good_or_better(a), good_or_better(b),
                                  expected_rating(a), expected_rating(b));
  changes.estimator = estimator_of(a);
  return changes;
}

RatingChanges of_combined(const SideAt& from, const SideAt& to) {
  const Odds4 before = combined_odds(from.of_side()), after = combined_odds(to.of_side());
  RatingChanges changes = of_odds(before, after, good_of(before), good_of(after), mean_of(before), mean_of(after));
  changes.estimator = combined_estimator_of(from.of_side());
  return changes;
}

}  // namespace

RatingChanges counted_changes(const tally::Migration& pairs) {
  RatingChanges changes = of_counts(counts_before(pairs), counts_after(pairs));
  changes.paired = true;
  changes.pairs = as_from_to(pairs);
  for (std::size_t grade = 0; grade < 4; ++grade)
    changes.of[grade] = change_to(changes.before[grade], changes.after[grade],
                                  change_of(pairs, static_cast<int>(grade) + 1), Basis::paired);
  changes.good_or_better =
      change_to(changes.good_before, changes.good_after, change_at_least(pairs, good), Basis::paired);
  const Change& mean = changes.mean_rating;
  changes.mean_rating = change_to({mean.from, 0}, {mean.to, 0}, change_of_mean_grade(pairs), Basis::paired);
  return changes;
}

RatingChanges unpaired_changes(const tally::Counts4& before, const tally::Counts4& after) {
  return of_counts(before, after);
}

RatingChanges rating_changes(const SideAt& from, const SideAt& to, bool one_baseline, const tally::Migration& counted) {
  const RatingChanges of_grades = counted_changes(counted);
  if (!both_in_closed_form(from, to)) return of_grades;
  const tally::ConditionalOdds &a = *from.of_side().conditional, &b = *to.of_side().conditional;
  RatingChanges changes = of_sides(from, to);
  changes.paired = true;
  const auto of = [&](Change& change, const Change& grades, const Estimate& before, const Estimate& after,
                      const Estimate& from_change, const Estimate& to_change) {
    const Change apart = bounded(change, before, after, grades.standard_error);
    change = one_baseline ? through_baseline(from, to, change, from_change, to_change, apart.standard_error) : apart;
  };
  for (std::size_t grade = 0; grade < 4; ++grade)
    of(changes.of[grade], of_grades.of[grade], a.rating[grade], b.rating[grade], a.change[grade], b.change[grade]);
  of(changes.good_or_better, of_grades.good_or_better, a.good_or_better, b.good_or_better, a.good_or_better_change,
     b.good_or_better_change);
  of(changes.mean_rating, of_grades.mean_rating, a.expected_rating, b.expected_rating, a.expected_rating_change,
     b.expected_rating_change);
  changes.pairs = pairs_between(from, to, one_baseline, changes, counted);
  return changes;
}

RatingChanges combined_changes(const SideAt& from, const SideAt& to, const tally::Migration& counted) {
  const RatingChanges of_grades = counted_changes(counted);
  if (!both_combined(from, to)) return of_grades;
  RatingChanges changes = of_combined(from, to);
  changes.paired = true;
  for (std::size_t grade = 0; grade < 4; ++grade)
    changes.of[grade] =
        bounded(changes.of[grade], changes.before[grade], changes.after[grade], of_grades.of[grade].standard_error);
  changes.good_or_better =
      bounded(changes.good_or_better, changes.good_before, changes.good_after, of_grades.good_or_better.standard_error);
  changes.mean_rating = bounded(changes.mean_rating, mean_of(changes.before), mean_of(changes.after),
                                of_grades.mean_rating.standard_error);
  const double trials = static_cast<double>(from.summary.trials);
  changes.pairs =
      fitted_to_margins(as_from_to(counted), trials_of(changes.before, trials), trials_of(changes.after, trials));
  return changes;
}

RatingChanges unpaired_rating_changes(const SideAt& from, const SideAt& to) {
  if (both_in_closed_form(from, to)) return of_sides(from, to);
  return unpaired_changes(from.of_side().rating, to.of_side().rating);
}

RatingChanges unpaired_combined_changes(const SideAt& from, const SideAt& to) {
  if (both_combined(from, to)) return of_combined(from, to);
  return unpaired_changes(from.of_side().combined, to.of_side().combined);
}

namespace {

double column_sum(const FromTo& pairs, std::size_t to) {
  return pairs[0][to] + pairs[1][to] + pairs[2][to] + pairs[3][to];
}

void scale_columns(FromTo& pairs, const Shares4& after) {
  for (std::size_t to = 0; to < 4; ++to) {
    const double sum = column_sum(pairs, to);
    for (std::size_t from = 0; from < 4 && sum > 0; ++from) pairs[from][to] *= after[to] / sum;
  }
}

void scale_rows(FromTo& pairs, const Shares4& before) {
  for (std::size_t from = 0; from < 4; ++from) {
    double sum = 0;
    for (const double one : pairs[from]) sum += one;
    for (std::size_t to = 0; to < 4 && sum > 0; ++to) pairs[from][to] *= before[from] / sum;
  }
}

/// Rows add up already: what columns have too much goes, row by row, to those that have too little.
void even_out(FromTo& pairs, const Shares4& after) {
  Shares4 lacks{}, freed{};
  double lacking = 0;
  for (std::size_t to = 0; to < 4; ++to) {
    const double sum = column_sum(pairs, to);
    lacks[to] = std::max(0.0, after[to] - sum);
    lacking += lacks[to];
    if (!(sum > after[to])) continue;
    for (std::size_t from = 0; from < 4; ++from) {
      const double kept = pairs[from][to] * (after[to] / sum);
      freed[from] += pairs[from][to] - kept;
      pairs[from][to] = kept;
    }
  }
  for (std::size_t from = 0; from < 4 && lacking > 0; ++from)
    for (std::size_t to = 0; to < 4; ++to) pairs[from][to] += freed[from] * lacks[to] / lacking;
}

}  // namespace

FromTo fitted_to_margins(const FromTo& counted, const Shares4& before, const Shares4& after) {
  constexpr int rounds = 100;
  double all = 0;
  for (const double one : before) all += one;
  FromTo pairs{};
  if (!(all > 0)) return pairs;
  for (std::size_t from = 0; from < 4; ++from)  // a hair of independence, so that no margin is out of reach
    for (std::size_t to = 0; to < 4; ++to) pairs[from][to] = counted[from][to] + 1e-6 * before[from] * after[to] / all;
  for (int round = 0; round < rounds; ++round) {
    scale_columns(pairs, after);
    scale_rows(pairs, before);
  }
  even_out(pairs, after);
  return pairs;
}

}  // namespace uor::analyse
