// Formulas of clinical support services, pure functions of doubles. docs/model/support.md has them as mathematics with
// the source of every constant.
#pragma once

#include "uor/sdk/math.hpp"

namespace support {

using uor::sdk::exp, uor::sdk::max;

/// Of a cost, what no saving takes away.
inline constexpr double least_share = 0.05;

/// From the middle of last year, of which month 0 holds the averages, to its end.
inline constexpr double months_since_average = 5.5;

/// How a volume follows activity: by `elasticity` of its growth.
UOR_FORMULA double follows(double activity_index, double elasticity) {
  return max(1.0 + elasticity * (activity_index - 1.0), 0.0);
}

/// Cost of tests over last year's at the same prices: the fixed part stays, the rest follows the number of tests;
/// moving `network` (a ratio of tests) saves `saving` of what it moves.
UOR_FORMULA double tests_cost(double fixed, double tests, double network, double saving) {
  return (fixed + (1.0 - fixed) * tests) * (1.0 - network * saving);
}

/// Of last year's cost, the pay of the laboratory's own staff: it falls with the saving, and with the part of moved
/// tests that a network's host does for a charge.
UOR_FORMULA double laboratory_pay(double pay_share, double network, double saving, double hosted) {
  return pay_share * (1.0 - network * saving) * (1.0 - network * hosted);
}

/// In-tariff medicines at last year's prices: volume and relative price, less what more switching saves.
UOR_FORMULA double in_tariff_cost(double cost_0, double volume, double price_percent, double noise, double saved) {
  const double gross = cost_0 * volume * (1.0 + price_percent / 100.0) * exp(noise);
  return max(gross - saved, least_share * gross);
}

/// Pass-through drugs at last year's prices: commissioners pay what they cost, so switching lowers both.
UOR_FORMULA double passthrough_cost(double cost_0, double trend, double saved) {
  return max(cost_0 * trend - saved, least_share * cost_0 * trend);
}

/// A month's savings of the top 10 medicines: target times what was achieved of it.
UOR_FORMULA double switch_savings(double target, double achieved_percent) { return target * achieved_percent / 100.0; }

/// Income from savings on pass-through drugs over last year's, at the share that commissioners leave with the trust.
UOR_FORMULA double gain_share(double share, double saved, double share_0, double saved_0) {
  return share / 100.0 * saved - share_0 / 100.0 * saved_0;
}

}  // namespace support
