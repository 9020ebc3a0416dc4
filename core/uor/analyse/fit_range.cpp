#include "core/uor/analyse/fit_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/uor/base/decimals.hpp"
#include "core/uor/base/sorted_quantile.hpp"

namespace uor::analyse {

namespace {

constexpr double low_level = 0.05, high_level = 0.95;

Range range_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {sorted_quantile(values, low_level), sorted_quantile(values, high_level)};
}

bool has_draws(const tally::SideSummary& side) { return side.conditional && !side.conditional->fit_draws.empty(); }

template <typename Value>
Range over_draws(const tally::SideSummary& side, Value value) {
  std::vector<double> values;
  for (const std::array<double, 3>& above : side.conditional->fit_draws) values.push_back(value(above));
  return range_of(std::move(values));
}

}  // namespace

std::optional<FitRange> fit_range(const tally::SideSummary& side) {
  if (!has_draws(side)) return {};
  FitRange range;
  range.rating = {over_draws(side, [](const auto& above) { return 1 - above[0]; }),
                  over_draws(side, [](const auto& above) { return std::max(0.0, above[0] - above[1]); }),
                  over_draws(side, [](const auto& above) { return std::max(0.0, above[1] - above[2]); }),
                  over_draws(side, [](const auto& above) { return above[2]; })};
  range.good_or_better = over_draws(side, [](const auto& above) { return above[1]; });
  return range;
}

std::optional<Range> fit_range_of_change(const tally::SideSummary& baseline, const tally::SideSummary& side) {
  if (!has_draws(baseline) || !has_draws(side)) return {};
  const auto &before = baseline.conditional->fit_draws, &after = side.conditional->fit_draws;
  if (before.size() != after.size()) return {};
  std::vector<double> changes;
  for (std::size_t draw = 0; draw < after.size(); ++draw) changes.push_back(after[draw][1] - before[draw][1]);
  return range_of(std::move(changes));
}

namespace {

/// Of a mean over trusts, draw by draw; none where a trust has no draws.
template <typename Value>
std::optional<Range> over_all(const std::vector<tally::Summary>& summaries, std::size_t side, Value value) {
  std::vector<double> means;
  for (const tally::Summary& summary : summaries) {
    if (!has_draws(summary.sides[0]) || !has_draws(summary.sides[side])) return {};
    means.resize(summary.sides[side].conditional->fit_draws.size());
    for (std::size_t draw = 0; draw < means.size(); ++draw)
      means[draw] += value(summary, draw) / static_cast<double>(summaries.size());
  }
  return range_of(std::move(means));
}

double good_or_better_of(const tally::Summary& summary, std::size_t side, std::size_t draw) {
  return summary.sides[side].conditional->fit_draws[draw][1];
}

}  // namespace

std::optional<Range> fit_range_of_all(const std::vector<tally::Summary>& summaries, std::size_t side) {
  return over_all(summaries, side, [side](const tally::Summary& summary, std::size_t draw) {
    return good_or_better_of(summary, side, draw);
  });
}

std::optional<Range> fit_range_of_all_changes(const std::vector<tally::Summary>& summaries, std::size_t side) {
  return over_all(summaries, side, [side](const tally::Summary& summary, std::size_t draw) {
    return good_or_better_of(summary, side, draw) - good_or_better_of(summary, 0, draw);
  });
}

std::string percent_range(const Range& range) {
  const int digits = range.high < 0.05 ? 1 : 0;
  return fmt::format("{:.{}f} to {:.{}f}", 100 * range.low, digits, 100 * range.high, digits);
}

std::string points_range(const Range& range) {
  return fmt::format("{} to {}", signed_decimals(100 * range.low, 1), signed_decimals(100 * range.high, 1));
}

}  // namespace uor::analyse
