#include "core/uor/study/cheapest.hpp"

#include <cassert>

namespace uor::study {

namespace {

double cost_of(Coalition set, std::span<const double> costs) {
  double sum = 0;
  for (std::size_t player = 0; player < costs.size(); ++player)
    if (takes_part(set, player)) sum += costs[player];
  return sum;
}

/// Whether `a` is preferred: one that reaches to one that does not; then the cheaper, or the better where none does.
bool preferred(const CheapestSet& a, const CheapestSet& b) {
  if (a.reached != b.reached) return a.reached;
  if (a.reached && a.cost != b.cost) return a.cost < b.cost;
  if (a.value != b.value) return a.value > b.value;
  if (a.cost != b.cost) return a.cost < b.cost;
  return size_of(a.set) < size_of(b.set);
}

}  // namespace

CheapestSet cheapest_set(std::span<const double> values, std::span<const double> costs, double target, double budget) {
  assert(values.size() == coalitions_of(costs.size()));
  CheapestSet best{values[0] >= target, 0, values[0], 0};
  for (Coalition set = 1; set < values.size(); ++set) {
    const CheapestSet next{values[set] >= target, set, values[set], cost_of(set, costs)};
    if (next.cost <= budget && preferred(next, best)) best = next;
  }
  return best;
}

}  // namespace uor::study
