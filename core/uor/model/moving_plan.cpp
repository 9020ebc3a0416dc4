#include "core/uor/model/moving_plan.hpp"

#include <algorithm>
#include <string>

#include "core/uor/model/plan.hpp"

namespace uor::model {
namespace {

bool is_compared(const PublishedMetric& metric) {
  return std::any_of(metric.benchmark.begin(), metric.benchmark.end(),
                     [](std::size_t quantity) { return quantity != npos; });
}

/// Nodes of phase 1 whose outputs lead to the marked quantities, in this month or a later one.
std::vector<bool> leading_to(const Plan& plan, std::vector<bool> wanted) {
  std::vector<bool> needed(plan.phase_one.size(), false);
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t n = plan.phase_one.size(); n-- > 0;) {
      const PlannedNode& node = plan.phase_one[n];
      if (needed[n] ||
          std::none_of(node.outputs.begin(), node.outputs.end(), [&](std::size_t output) { return wanted[output]; })) {
        continue;
      }
      needed[n] = grew = true;
      for (const std::size_t access : node.accesses) wanted[plan.accesses[access].quantity] = true;
    }
  }
  return needed;
}

}  // namespace

void spread_benchmarks(Plan& plan) {
  const std::string published = "published.";
  const std::vector<Quantity>& quantities = plan.wiring.quantities;
  for (std::size_t s = 1; s < plan.sides.size(); ++s) {
    std::vector<std::size_t> moved;
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      if (!plan.sides[s].changed[q] || quantities[q].plugin != "host" || !quantities[q].id.starts_with(published))
        continue;
      for (const char* statistic : {".lower", ".median", ".upper", ".peer"}) {
        moved.push_back(*plan.wiring.find("benchmark." + quantities[q].id.substr(published.size()) + statistic));
      }
    }
    const std::vector<bool> reached = graph::reachable(plan.wiring, moved);
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      plan.sides[s].changed[q] = plan.sides[s].changed[q] || reached[q];
    }
  }
}

MovingPlan plan_moving(const Plan& plan) {
  MovingPlan moving;
  std::vector<bool> wanted(plan.wiring.quantities.size(), false);
  for (std::size_t side = 0; side < plan.sides.size(); ++side) {
    moving.column.emplace_back(plan.published.size(), npos);
    for (std::size_t m = 0; m < plan.published.size(); ++m) {
      const PublishedMetric& metric = plan.published[m];
      if (!is_compared(metric)) continue;
      wanted[metric.metric] = true;
      wanted[plan.cost_index] = wanted[plan.cost_index] || metric.money;
      if (side > 0 && !plan.sides[side].changed[metric.published]) {
        moving.column[side][m] = moving.column[0][m];
      } else {
        moving.column[side][m] = moving.columns.size();
        moving.columns.push_back({side, m});
      }
    }
  }
  moving.needed = leading_to(plan, wanted);
  return moving;
}

}  // namespace uor::model
