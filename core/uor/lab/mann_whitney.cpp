#include "core/uor/lab/mann_whitney.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace uor::lab {

namespace {

struct Ranked {
  double rank_sum = 0;  // of the values of `a`, ties at their mean rank
  double ties = 0;      // sum of t^3 - t over groups of equal values
};

Ranked ranked(std::span<const double> a, std::span<const double> b) {
  std::vector<std::pair<double, bool>> all;
  for (const double value : a) all.emplace_back(value, true);
  for (const double value : b) all.emplace_back(value, false);
  std::sort(all.begin(), all.end());
  Ranked result;
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    while (to < all.size() && all[to].first == all[from].first) ++to;
    const double alike = static_cast<double>(to - from), rank = static_cast<double>(from + 1 + to) / 2;
    for (std::size_t i = from; i < to; ++i) result.rank_sum += all[i].second ? rank : 0;
    result.ties += alike * alike * alike - alike;
  }
  return result;
}

}  // namespace

double mann_whitney_p(std::span<const double> a, std::span<const double> b) {
  if (a.size() < least_for_test || b.size() < least_for_test) return 1;
  const double m = static_cast<double>(a.size()), n = static_cast<double>(b.size()), all = m + n;
  const Ranked found = ranked(a, b);
  const double u = found.rank_sum - m * (m + 1) / 2;
  const double variance = m * n / 12 * (all + 1 - found.ties / (all * (all - 1)));
  if (variance <= 0) return 1;
  constexpr double continuity = 0.5;
  const double z = std::max(0.0, std::abs(u - m * n / 2) - continuity) / std::sqrt(variance);
  return std::erfc(z / std::numbers::sqrt2);
}

}  // namespace uor::lab
