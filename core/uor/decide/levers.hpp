// What a trust can change, with today's values and how far each is likely to go.
#pragma once

#include <string>
#include <vector>

#include "core/uor/decide/side_odds.hpp"

namespace uor::decide {

/// Of a lever in GBP m, whose likely range is that of trusts of any size: how far from today's value it may go, as a
/// share of that. Assumed.
inline constexpr double most_of_today = 0.5;

struct Lever {
  std::size_t quantity = 0;
  std::string id, title, unit;
  double today = 0;          // mean at the baseline, up to the assessment month
  double low = 0, high = 0;  // likely range, within what it may be set to
  int lead_months = 0;
  std::string delivery_cost;
  bool whole = false;    // only whole numbers mean anything
  bool in_hand = false;  // its declaration says how it would be delivered; else it is a circumstance
};

/// Levers of the first trust that its model uses. `today` is [quantity], NaN of what is unknown: such levers are left
/// out.
std::vector<Lever> levers_of(const model::Model& model, const std::vector<double>& today);

/// A side that sets one lever, or several, each from the earliest month in which it can act.
scenario::Adjustment setting(const Lever& lever, double value);
scenario::Variant side_setting(const std::vector<scenario::Adjustment>& settings);

}  // namespace uor::decide
