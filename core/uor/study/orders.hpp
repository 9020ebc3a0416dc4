// Shapley shares of more players than all coalitions could be tried for: over some orders in which they join.
#pragma once

#include <functional>

#include "core/uor/study/shapley.hpp"

namespace uor::study {

/// Values of those who take part [player], one a trial.
using ValuesOf = std::function<std::vector<double>(const std::vector<bool>&)>;

struct OrdersRule {
  double error = 0.001;  // ends once every share's error of the orders is at most this
  std::size_t fewest_pairs = 8, most_pairs = 200;
  std::uint64_t seed = 1;
};

struct OrdersAttribution {
  Attribution attribution;  // without interactions; errors are of trials and orders together
  std::size_t pairs = 0;    // of an order and its reverse
  bool settled = false;     // false: ended at most_pairs
};

/// Shares add up to the total, and are exactly 0 of a player who changes nothing, whatever the orders.
OrdersAttribution shapley_by_orders(std::size_t players, const ValuesOf& values, const OrdersRule& rule = {});

/// An order of 0 .. count - 1, a function of seed and number.
std::vector<std::size_t> order_of_joining(std::size_t count, std::uint64_t seed, std::uint32_t number);

}  // namespace uor::study
