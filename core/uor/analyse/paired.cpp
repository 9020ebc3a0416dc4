#include "core/uor/analyse/paired.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace uor::analyse {

namespace {

constexpr Estimate unknown = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

/// Mean and its standard error of n values with this sum and sum of squares.
Estimate mean_of(double sum, double squares, double n) {
  if (n < 2) return unknown;
  const double variance = std::max(0.0, squares - sum * sum / n) / (n - 1);
  return {sum / n, std::sqrt(variance / n)};
}

}  // namespace

tally::Migration pair_up(std::span<const std::uint8_t> from, std::span<const std::uint8_t> to) {
  assert(from.size() == to.size());
  tally::Migration pairs{};
  for (std::size_t trial = 0; trial < from.size(); ++trial) {
    assert(from[trial] >= 1 && from[trial] <= 4 && to[trial] >= 1 && to[trial] <= 4);
    ++pairs[from[trial] - 1U][to[trial] - 1U];
  }
  return pairs;
}

tally::Counts4 counts_before(const tally::Migration& pairs) {
  tally::Counts4 counts{};
  for (std::size_t from = 0; from < 4; ++from) counts[from] = total(pairs[from]);
  return counts;
}

tally::Counts4 counts_after(const tally::Migration& pairs) {
  tally::Counts4 counts{};
  for (const tally::Counts4& row : pairs)
    for (std::size_t to = 0; to < 4; ++to) counts[to] += row[to];
  return counts;
}

Estimate change_of(const tally::Migration& pairs, int grade) {
  assert(grade >= 1 && grade <= 4);
  const std::size_t at = static_cast<std::size_t>(grade - 1);
  const std::uint64_t trials = moves(pairs).trials;
  if (trials == 0) return unknown;
  const double n = static_cast<double>(trials);
  const auto come = static_cast<double>(counts_after(pairs)[at] - pairs[at][at]);
  const auto leave = static_cast<double>(counts_before(pairs)[at] - pairs[at][at]);
  const double net = come - leave;
  return {net / n, std::sqrt(come + leave - net * net / n) / n};
}

Estimate change_of_mean_grade(const tally::Migration& pairs) {
  double sum = 0, squares = 0;
  for (std::size_t from = 0; from < 4; ++from) {
    for (std::size_t to = 0; to < 4; ++to) {
      const double step = static_cast<double>(to) - static_cast<double>(from);
      sum += step * static_cast<double>(pairs[from][to]);
      squares += step * step * static_cast<double>(pairs[from][to]);
    }
  }
  return mean_of(sum, squares, static_cast<double>(moves(pairs).trials));
}

Estimate change_of_mean(std::span<const double> from, std::span<const double> to) {
  assert(from.size() == to.size());
  if (from.empty()) return unknown;
  const double center = to[0] - from[0];  // so that the square of a large mean costs no digits
  double sum = 0, squares = 0;
  for (std::size_t trial = 0; trial < from.size(); ++trial) {
    const double step = to[trial] - from[trial] - center;
    sum += step;
    squares += step * step;
  }
  const Estimate about = mean_of(sum, squares, static_cast<double>(from.size()));
  return {about.value + center, about.standard_error};
}

Estimate without_rounding(const Estimate& change, double from, double to) {
  constexpr double of_rounding = 1e-12;  // a hundred times what summing a million trials loses at most in practice
  const double nothing = of_rounding * std::max(std::abs(from), std::abs(to));
  const bool moves = std::abs(change.value) > nothing || change.standard_error > nothing;
  return moves || std::isnan(change.value) ? change : Estimate{};
}

double independent_error(double from_error, double to_error) {
  return std::sqrt(from_error * from_error + to_error * to_error);
}

double largest_error(std::uint64_t from, std::uint64_t to, std::uint64_t trials) {
  if (trials == 0) return unknown.standard_error;
  const double n = static_cast<double>(trials);
  const double p = static_cast<double>(from) / n, q = static_cast<double>(to) / n;
  const double moving = std::min(p + q, 2 - p - q);
  return std::sqrt(std::max(0.0, moving - (q - p) * (q - p)) / n);
}

}  // namespace uor::analyse
