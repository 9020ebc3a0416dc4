#include "core/uor/tally/stop_rule.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace uor::tally {

namespace {

constexpr double z = 1.96;

}  // namespace

double wilson_error(double count, double trials) {
  assert(trials > 0 && count >= 0 && count <= trials);
  const double p = count / trials;
  return std::sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials);
}

double wilson_most_of_none(double trials) { return z * z / (trials + z * z); }

double worst_error(std::uint64_t count, std::uint64_t trials, std::uint64_t later) {
  assert(count <= trials && trials <= later);
  const double least = static_cast<double>(count), most = static_cast<double>(count + (later - trials));
  const double n = static_cast<double>(later);
  return wilson_error(std::clamp(n / 2, least, most), n);
}

/// What follows raises the variance most where each trial is certain: `more` of them of this rating.
double worst_error(const OddsSums& sums, std::uint64_t trials, std::uint64_t later) {
  assert(trials <= later && later > 1);
  const double n = static_cast<double>(later);
  const double more = std::clamp(n / 2 - sums.value, 0.0, static_cast<double>(later - trials));
  const double value = sums.value + more, square = sums.square + more;
  return std::sqrt(std::max(0.0, square - value * value / n) / (n - 1) / n);
}

namespace {

double error_of(const Summary& summary, std::size_t side, std::size_t rating) {
  const SideSummary& of = summary.sides[side];
  if (of.conditional) return of.conditional->rating[rating].standard_error;
  return wilson_error(static_cast<double>(of.rating[rating]), static_cast<double>(summary.trials));
}

}  // namespace

LargestError largest_error(const std::vector<Summary>& summaries) {
  LargestError largest;
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    for (std::size_t side = 0; side < summaries[i].sides.size(); ++side) {
      for (std::size_t rating = 0; rating < 4; ++rating) {
        const double error = error_of(summaries[i], side, rating);
        if (error > largest.error) largest = {error, i, side, rating};
      }
    }
  }
  return largest;
}

std::uint64_t trials_for(double error, std::uint64_t trials, double target) {
  const double ratio = error / target;
  const double looks = std::ceil(static_cast<double>(trials) * ratio * ratio / static_cast<double>(look_trials));
  return static_cast<std::uint64_t>(looks) * look_trials;
}

}  // namespace uor::tally
