#include "core/uor/report/ratios.hpp"

#include <algorithm>

namespace uor::report {

namespace {

struct AtSide {
  std::optional<double> value, median;
};

/// Sums over metrics; nothing where one is missing.
AtSide sum_of_metrics(const policy::ShownRatio& row, const View& view, const std::vector<Metric>& metrics,
                      std::size_t side) {
  double value = 0, median = 0;
  for (const std::string& id : row.metrics) {
    const auto found = std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.id == id; });
    if (found == metrics.end()) return {};
    value += found->line.sides[side][view.assessment()].mean;
    median += found->benchmark[side].median;
  }
  return {value, median};
}

AtSide at_side(const policy::ShownRatio& row, const View& view, const std::vector<Metric>& metrics, std::size_t side) {
  if (!row.metrics.empty()) return sum_of_metrics(row, view, metrics, side);
  const auto over = year_of(view, row.over, side), under = year_of(view, row.under, side);
  if (!over || !under || *under == 0) return {};
  return {row.times * *over / *under, std::nullopt};
}

std::optional<double> opportunity_at(const policy::ShownRatio& row, const AtSide& at, const View& view,
                                     const policy::Policy& policy, std::size_t side) {
  const policy::Opportunity* priced = opportunity_row(policy, row.id);
  if (priced == nullptr || !at.value || !at.median) return std::nullopt;
  const auto unit = unit_worth(*priced, view, side, *at.value);
  return unit ? std::optional(std::max((*at.value - *at.median) * *unit, 0.0)) : std::nullopt;
}

}  // namespace

std::vector<Ratio> ratios_of(const View& view, const policy::Policy& policy, const std::vector<Metric>& metrics) {
  std::vector<Ratio> ratios;
  for (const policy::ShownRatio& row : policy.shown.ratios) {
    Ratio ratio{row.id, row.title, row.unit, {}, {}, {}};
    for (std::size_t side = 0; side < view.sides(); ++side) {
      const AtSide at = at_side(row, view, metrics, side);
      ratio.value.push_back(at.value);
      ratio.median.push_back(at.median);
      ratio.opportunity.push_back(opportunity_at(row, at, view, policy, side));
    }
    if (ratio.value.front()) ratios.push_back(std::move(ratio));
  }
  return ratios;
}

Json json_of(const Ratio& ratio) {
  return {{"id", ratio.id},
          {"title", ratio.title},
          {"unit", ratio.unit},
          {"value", numbers_or_null(ratio.value)},
          {"national_median", numbers_or_null(ratio.median)},
          {"opportunity_gbp_m", numbers_or_null(ratio.opportunity)}};
}

}  // namespace uor::report
