// The cheapest set of actions that reaches a target: all sets are looked at, so the answer is certain.
#pragma once

#include <limits>
#include <span>

#include "core/uor/study/coalition.hpp"

namespace uor::study {

struct CheapestSet {
  bool reached = false;
  Coalition set = 0;  // where nothing reaches the target within the budget: the set with the best value within it
  double value = 0, cost = 0;
};

/// `values` of all coalitions, indexed by them; `costs` of each player, added up over a set (0 or more). Of sets that
/// cost the same, that with the better value, then the smaller one.
CheapestSet cheapest_set(std::span<const double> values, std::span<const double> costs, double target,
                         double budget = std::numeric_limits<double>::infinity());

}  // namespace uor::study
