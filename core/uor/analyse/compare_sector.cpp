#include "core/uor/analyse/compare_sector.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/analyse/paired.hpp"
#include "core/uor/analyse/turned_round.hpp"

namespace uor::analyse {

namespace {

/// Mean and its standard error.
Estimate mean_of_values(const std::vector<double>& values) {
  return change_of_mean(std::vector<double>(values.size(), 0.0), values);
}

using Held = std::array<std::vector<double>, 4>;  // [rating][trial]: trusts

/// Per trial, the mean over trusts of what each rating counts for.
std::vector<double> weighed(const Held& held, const std::array<double, 4>& weight, std::size_t trusts) {
  std::vector<double> values(held[0].size(), 0.0);
  for (std::size_t rating = 0; rating < 4; ++rating)
    for (std::size_t trial = 0; trial < values.size(); ++trial)
      values[trial] += weight[rating] * held[rating][trial] / static_cast<double>(trusts);
  return values;
}

Change change_between(const std::vector<double>& from, const std::vector<double>& to) {
  const Estimate change = change_of_mean(from, to);
  return {mean_of_values(from).value, mean_of_values(to).value, change.value, change.standard_error, Basis::paired};
}

}  // namespace

SectorPairs::SectorPairs(std::size_t trials) : trials_(trials) {
  for (auto& held : from_) held.assign(trials, 0);
  for (auto& held : to_) held.assign(trials, 0);
}

void SectorPairs::add(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to) {
  assert(from.size() == trials_ && to.size() == trials_);
  const tally::Migration pairs = pair_up(from, to);
  for (std::size_t trial = 0; trial < trials_; ++trial) {
    from_[from[trial] - 1U][trial] += 1;
    to_[to[trial] - 1U][trial] += 1;
  }
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j) pairs_[i][j] += pairs[i][j];
  ++trusts_;
}

SectorComparison SectorPairs::finish() const {
  SectorComparison sector;
  sector.trusts = trusts_;
  sector.trials = trials_;
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      sector.pairs[i][j] = trials_ == 0 ? 0 : static_cast<double>(pairs_[i][j]) / static_cast<double>(trials_);
  if (trusts_ > 0) {
    constexpr std::array<double, 4> good = {0, 0, 1, 1}, grade = {1, 2, 3, 4};
    sector.good_or_better = change_between(weighed(from_, good, trusts_), weighed(to_, good, trusts_));
    sector.expected_rating = change_between(weighed(from_, grade, trusts_), weighed(to_, grade, trusts_));
  }
  for (std::size_t rating = 0; rating < 4; ++rating) {
    const Estimate before = mean_of_values(from_[rating]), after = mean_of_values(to_[rating]);
    const Estimate change = change_of_mean(from_[rating], to_[rating]);
    sector.ratings[rating] = {{before.value, after.value, change.value, change.standard_error, Basis::paired},
                              independent_error(before.standard_error, after.standard_error)};
  }
  return sector;
}

namespace {

/// The error of a change that is known against one baseline, or no more than the others.
void set_error(Change& change, double paired, bool known, double from_error, double to_error, double counted) {
  const double most = std::min(from_error + to_error, counted);
  change.standard_error = known && std::isfinite(paired) ? paired : most;
  change.basis = known && std::isfinite(paired) ? Basis::paired : Basis::bound;
}

}  // namespace

SectorComparison in_closed_form(const SectorComparison& counted, const tally::Sector& from, std::size_t from_side,
                                const tally::Sector& to, std::size_t to_side, bool one_baseline) {
  const tally::SectorSide &before = from.sides[from_side], &after = to.sides[to_side];
  if (!before.in_closed_form || !after.in_closed_form) return counted;
  SectorComparison sector = counted;
  sector.estimator = "conditional";
  const SectorOdds a = sector_odds(from, from_side), b = sector_odds(to, to_side);
  const bool known = one_baseline && (from_side == 0 || to_side == 0);
  const auto change = [&](const Estimate& first, const Estimate& second, const Estimate& first_change,
                          const Estimate& second_change, double of_counts) {
    Change made = {first.value, second.value, second.value - first.value, 0, Basis::paired};
    const double paired = from_side == 0 ? second_change.standard_error : first_change.standard_error;
    set_error(made, paired, known, first.standard_error, second.standard_error, of_counts);
    return made;
  };
  sector.good_or_better = change(a.good_or_better, b.good_or_better, a.good_or_better_change, b.good_or_better_change,
                                 counted.good_or_better.standard_error);
  sector.expected_rating = change(a.expected_rating, b.expected_rating, a.expected_rating_change,
                                  b.expected_rating_change, counted.expected_rating.standard_error);
  for (std::size_t rating = 0; rating < 4; ++rating) {
    CountChange& of = sector.ratings[rating];
    const Estimate first = {before.mean[rating], before.mean_se[rating]},
                   second = {after.mean[rating], after.mean_se[rating]};
    of.trusts = change(first, second, {}, {}, of.trusts.standard_error);
    set_error(of.trusts, 0, false, first.standard_error, second.standard_error,
              counted.ratings[rating].trusts.standard_error);
    of.independent_error = independent_error(first.standard_error, second.standard_error);
  }
  if (one_baseline && from_side == 0)
    sector.pairs = after.from_to;
  else if (one_baseline && to_side == 0)
    sector.pairs = turned_round(before.from_to);
  else
    sector.pairs = fitted_to_margins(counted.pairs, before.mean, after.mean);
  return sector;
}

}  // namespace uor::analyse
