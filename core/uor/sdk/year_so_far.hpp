// The year so far: months that are closed show what happened, the rest is forecast with what they say
// (docs/model/finance.md, section 6). For every plugin that shows a figure of which a trust reports some to date.
#pragma once

#include "uor/sdk/isa.hpp"
#include "uor/sdk/math.hpp"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {

/// Months of the first year that are closed; 0 when the trust states none.
UOR_FORMULA double closed_months(double last_closed_month) {
  return known(last_closed_month) ? last_closed_month : 0.0;
}

/// Whether a month, counted from the start of the run, is closed.
UOR_FORMULA bool is_closed(double month, double months) { return month <= months; }

/// A month's part of a figure to date in a closed month, else the model's own.
UOR_FORMULA double as_closed(bool closed, double to_date, double months, double modelled) {
  const double part = closed ? to_date / max(months, 1.0) : modelled;
  return known(part) ? part : modelled;
}

/// How far the closed months count against the model's own draw: 0 in closed months, in later years, and when none is
/// closed.
UOR_FORMULA double credibility(double month, double year, double months, double months_for_half) {
  const double open = month > months ? months : 0.0;
  return year < 1.5 ? open / (open + months_for_half) : 0.0;
}

/// A draw moved towards what the closed months show, where they show something.
UOR_FORMULA double informed(double drawn, double seen, double weight) {
  const double moved = drawn + weight * (seen - drawn);
  return known(moved) ? moved : drawn;
}

}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk
