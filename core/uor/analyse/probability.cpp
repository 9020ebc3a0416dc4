#include "core/uor/analyse/probability.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace uor::analyse {

namespace {

// Sum of migration[from][to] where `chosen(from, to)`, grades counted from 1.
template <typename Chosen>
std::uint64_t sum_where(const tally::Migration& migration, Chosen chosen) {
  std::uint64_t sum = 0;
  for (int from = 1; from <= 4; ++from) {
    for (int to = 1; to <= 4; ++to) {
      if (chosen(from, to)) sum += migration[static_cast<std::size_t>(from - 1)][static_cast<std::size_t>(to - 1)];
    }
  }
  return sum;
}

}  // namespace

std::uint64_t total(const tally::Counts4& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double mean_grade(const tally::Counts4& counts) {
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += static_cast<double>(i + 1) * static_cast<double>(counts[i]);
  const std::uint64_t trials = total(counts);
  return trials > 0 ? sum / static_cast<double>(trials) : 0.0;
}

Estimate share(std::uint64_t count, std::uint64_t trials) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  if (trials == 0) return {unknown, unknown};
  const double n = static_cast<double>(trials);
  const double p = static_cast<double>(count) / n;
  return {p, std::sqrt(p * (1 - p) / n)};
}

std::array<Estimate, 4> probabilities(const tally::Counts4& counts) {
  const std::uint64_t trials = total(counts);
  return {share(counts[0], trials), share(counts[1], trials), share(counts[2], trials), share(counts[3], trials)};
}

std::array<Estimate, 4> probabilities(const tally::SideSummary& side, tally::Counts4 tally::SideCounts::*counts) {
  std::array<Estimate, 4> estimates;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    estimates[i] = of_side(side, [&](const tally::SideCounts& part) { return probabilities(part.*counts)[i]; });
  }
  return estimates;
}

Gain effective_gain(const tally::SideSummary& side) {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  const auto ratio = [](double random, double replicated) { return replicated > 0 ? random / replicated : unknown; };
  const std::array<Estimate, 4> random = probabilities(side.rating),
                                replicated = side.conditional ? side.conditional->rating
                                                              : probabilities(side, &tally::SideCounts::rating);
  Gain gain;
  double random_sum = 0, replicated_sum = 0;
  for (std::size_t i = 0; i < gain.rating.size(); ++i) {
    const double one = random[i].standard_error, other = replicated[i].standard_error;
    gain.rating[i] = side.replicates.empty() ? unknown : ratio(one * one, other * other);
    random_sum += one * one;
    replicated_sum += other * other;
  }
  gain.all = side.replicates.empty() ? unknown : ratio(random_sum, replicated_sum);
  return gain;
}

Estimate at_least(const tally::Counts4& counts, int grade) {
  assert(grade >= 1 && grade <= 4);
  return share(std::accumulate(counts.begin() + (grade - 1), counts.end(), std::uint64_t{0}), total(counts));
}

Estimate change_at_least(const tally::Migration& migration, int grade) {
  const std::uint64_t trials = moves(migration).trials;
  if (trials == 0) return share(0, 0);
  const double n = static_cast<double>(trials);
  const auto rise =
      static_cast<double>(sum_where(migration, [&](int from, int to) { return from < grade && to >= grade; }));
  const auto fall =
      static_cast<double>(sum_where(migration, [&](int from, int to) { return from >= grade && to < grade; }));
  const double net = rise - fall;
  return {net / n, std::sqrt(rise + fall - net * net / n) / n};
}

Moves moves(const tally::Migration& migration) {
  return {sum_where(migration, [](int from, int to) { return to > from; }),
          sum_where(migration, [](int from, int to) { return to < from; }),
          sum_where(migration, [](int, int) { return true; })};
}

Estimate expected_change(const tally::SideSummary& side) {
  return {side.expected_score_change, side.expected_score_change_se};
}

std::span<const tally::Counts4> score_beside(const tally::SideCounts& counts, std::size_t row) {
  const std::size_t months = counts.rating_by_month.size();
  if ((row + 1) * months > counts.beside_by_month.size()) return {};
  return std::span(counts.beside_by_month).subspan(row * months, months);
}

bool has_score_beside(const tally::SideSummary& side, std::size_t row) {
  const auto by_month = score_beside(side, row);
  return std::any_of(by_month.begin(), by_month.end(), [](const tally::Counts4& month) { return total(month) > 0; });
}

}  // namespace uor::analyse
