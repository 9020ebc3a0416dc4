// The year so far: months that are closed show what happened, the rest is forecast with what they say
// (docs/model/finance.md, section 6).
#pragma once

#include "uor/sdk/plugin.hpp"

namespace finance {
using namespace uor::sdk;

/// Months of the first year that are closed; 0 when the trust states none.
UOR_FORMULA double closed_months(double last_closed_month) {
  return known(last_closed_month) ? last_closed_month : 0.0;
}

/// A month's part of a figure to date in a closed month, else the model's own.
UOR_FORMULA double as_closed(bool closed, double to_date, double months, double modelled) {
  return closed && known(to_date) ? to_date / max(months, 1.0) : modelled;
}

/// How far the closed months count against the model's own draw, 0 to 1.
UOR_FORMULA double credibility(double months, double months_for_half) { return months / (months + months_for_half); }

/// A draw moved towards what the closed months show, where they show something.
UOR_FORMULA double informed(bool open, double drawn, double seen, double weight) {
  return open && known(seen) ? drawn + weight * (seen - drawn) : drawn;
}

}  // namespace finance
