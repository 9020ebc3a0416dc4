// What the closed months and the trust's own forecast say (docs/model/finance.md, section 6). Amounts in GBP m.
#pragma once

#include "anchoring.hpp"
#include "uor/sdk/plugin.hpp"
#include "uor/sdk/year_so_far.hpp"

namespace finance {
using namespace uor::sdk;

/// Operating expenses to date: income less EBITDA; else income less surplus and capital charges; 0 when unknown.
UOR_FORMULA double expenses_to_date(double income, double ebitda, double surplus, double charges) {
  const double by_ebitda = income - ebitda;
  const double by_surplus = income - surplus - charges;
  const double expenses = known(by_ebitda) ? by_ebitda : by_surplus;
  return known(expenses) ? expenses : 0.0;
}

/// What a month of evidence weighs beside the model's own draw: unknown evidence weighs nothing.
struct Evidence {
  double value, months;
};

/// A draw moved towards what two kinds of evidence say, each counted in months against `half` months of its own.
UOR_FORMULA double informed_by(double drawn, const Evidence& first, const Evidence& second, double half) {
  const double one = known(first.value) ? first.months : 0.0;
  const double other = known(second.value) ? second.months : 0.0;
  const double pull_one = one > 0.0 ? one * (first.value - drawn) : 0.0;
  const double pull_other = other > 0.0 ? other * (second.value - drawn) : 0.0;
  return drawn + (pull_one + pull_other) / (half + one + other);
}

/// Result before the fund that a forecast with the fund implies: one at the plan or above holds all of the planned
/// fund, one below the plan by twice the fund or more holds only what was earned to date.
UOR_FORMULA double forecast_before_fund(double forecast, double control_total, double fund, double fund_earned) {
  const double share = clamp((forecast - (control_total - fund)) / max(2.0 * fund, 1e-9), 0.0, 1.0);
  return forecast - max(share * fund, fund_earned);
}

/// Shortfall that brings about this gap to the control total once contingency and one-off benefits have closed what
/// they can.
UOR_FORMULA double shortfall_before_relief(double gap, double relief) {
  return gap + clamp(gap, 0.0, max(relief, 0.0));
}

}  // namespace finance
