// Sustainability funding and cash. GBP m; docs/model/finance.md, sections 6 to 8.
#pragma once

#include "anchoring.hpp"

namespace finance {

/// Fund earned since April: all of the phased share while the switch is on, else what finished quarters secured.
UOR_FORMULA double fund_earned(bool on, double phased_gbp_m, double secured_gbp_m) {
  return on ? phased_gbp_m : secured_gbp_m;
}

/// Control total met since April, within a rounding tolerance.
UOR_FORMULA bool control_total_met(double result_gbp_m, double control_total_gbp_m, double tolerance_gbp_m) {
  return result_gbp_m >= control_total_gbp_m - tolerance_gbp_m;
}

/// Bonus at the year's end for each GBP better than the control total.
UOR_FORMULA double incentive(double result_gbp_m, double control_total_gbp_m, double rate, double limit_gbp_m) {
  return clamp(rate * (result_gbp_m - control_total_gbp_m), 0.0, max(limit_gbp_m, 0.0));
}

/// Interim support drawn in a month beyond the plan, so that cash does not end below its floor.
UOR_FORMULA double support_needed(double cash_before_gbp_m, double floor_gbp_m) {
  return max(floor_gbp_m - cash_before_gbp_m, 0.0);
}

/// Support drawn beyond the plan is paid back from cash above a level.
UOR_FORMULA double support_repaid(double cash_before_gbp_m, double above_gbp_m, double extra_gbp_m) {
  return clamp(cash_before_gbp_m - above_gbp_m, 0.0, max(extra_gbp_m, 0.0));
}

/// What a total that was agreed grows by in a month, no more than `most`.
UOR_FORMULA double grown_by(double total_gbp_m, double total_before_gbp_m, double most_gbp_m) {
  return clamp(total_gbp_m - total_before_gbp_m, 0.0, max(most_gbp_m, 0.0));
}

/// A balance on its way from where it opened to where it closed.
UOR_FORMULA double towards(double opening_gbp_m, double closing_gbp_m, double part) {
  return opening_gbp_m + part * (closing_gbp_m - opening_gbp_m);
}

/// Public dividend capital dividend of a month, floored at zero.
UOR_FORMULA double pdc_dividend(double net_relevant_assets_gbp_m, double rate_percent) {
  return max(rate_percent / 100.0 * net_relevant_assets_gbp_m, 0.0) / 12.0;
}

/// Days of operating expenses, 30 a month, that a balance lasts; within `limit` also when expenses vanish.
UOR_FORMULA double liquidity_days(double working_capital_gbp_m, double expenses_gbp_m, double months, double limit) {
  return clamp(working_capital_gbp_m / max(expenses_gbp_m, 1e-9) * 30.0 * months, -limit, limit);
}

/// Percent of income; within `limit` also when income vanishes.
UOR_FORMULA double margin_percent(double surplus_gbp_m, double income_gbp_m, double limit) {
  return clamp(100.0 * surplus_gbp_m / max(income_gbp_m, 1e-9), -limit, limit);
}

}  // namespace finance
