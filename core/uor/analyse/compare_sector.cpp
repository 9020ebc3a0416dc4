#include "core/uor/analyse/compare_sector.hpp"

#include <cassert>

#include "core/uor/analyse/paired.hpp"

namespace uor::analyse {

namespace {

/// Mean and its standard error.
Estimate mean_of(const std::vector<double>& values) {
  return change_of_mean(std::vector<double>(values.size(), 0.0), values);
}

}  // namespace

SectorPairs::SectorPairs(std::size_t trials) : trials_(trials) {
  for (auto& held : from_) held.assign(trials, 0);
  for (auto& held : to_) held.assign(trials, 0);
}

void SectorPairs::add(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to) {
  assert(from.size() == trials_ && to.size() == trials_);
  const run::Migration pairs = pair_up(from, to);
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
  for (std::size_t rating = 0; rating < 4; ++rating) {
    const Estimate before = mean_of(from_[rating]), after = mean_of(to_[rating]);
    const Estimate change = change_of_mean(from_[rating], to_[rating]);
    sector.ratings[rating] = {{before.value, after.value, change.value, change.standard_error, Basis::paired},
                              independent_error(before.standard_error, after.standard_error)};
  }
  return sector;
}

}  // namespace uor::analyse
