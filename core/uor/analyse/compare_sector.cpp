#include "core/uor/analyse/compare_sector.hpp"

#include <cassert>

#include "core/uor/analyse/paired.hpp"

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
  sector.pairs = pairs_;
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

}  // namespace uor::analyse
