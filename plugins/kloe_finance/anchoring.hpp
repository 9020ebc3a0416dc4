// Month 0: last year's statement and balance sheet, closed from what is reported. NaN is a fact that nobody reported.
// Yearly amounts are in GBP m; formulas and their symbols are those of docs/model/finance.md, section 2.
#pragma once

#include "uor/sdk/isa.hpp"
#include "uor/sdk/math.hpp"

namespace finance {

using uor::sdk::clamp, uor::sdk::known, uor::sdk::max, uor::sdk::min, uor::sdk::select;

struct Line {
  double intercept, slope;
};

/// What interim support tells of the margin (percent): its growth over the year when known, else its level.
UOR_FORMULA double margin_from_support(double support_gbp_m, double year_ago_gbp_m, double expenses_gbp_m,
                                       const Line& growth, const Line& level) {
  const double by_growth = growth.intercept - growth.slope * 100.0 * (support_gbp_m - year_ago_gbp_m) / expenses_gbp_m;
  const double by_level = level.intercept - level.slope * 100.0 * support_gbp_m / expenses_gbp_m;
  return known(year_ago_gbp_m) && support_gbp_m > 0.0 ? by_growth : by_level;
}

/// Total income that gives this margin (percent) on known costs.
UOR_FORMULA double income_from_margin(double costs_gbp_m, double margin_percent) {
  return costs_gbp_m / (1.0 - margin_percent / 100.0);
}

/// Margin (percent) of a reported surplus: of the reported income, else of the known costs and itself. NaN when the
/// surplus is unknown.
UOR_FORMULA double margin_from_surplus(double surplus_gbp_m, double costs_gbp_m, double income_gbp_m) {
  return 100.0 * surplus_gbp_m / (known(income_gbp_m) ? income_gbp_m : costs_gbp_m + surplus_gbp_m);
}

/// Interest that reported income, margin and the other costs leave, within 0 and what is plausible. NaN when one of
/// them is unknown.
UOR_FORMULA double charge_left(double income_gbp_m, double margin_percent, double costs_gbp_m, double most_gbp_m) {
  return clamp(income_gbp_m * (1.0 - margin_percent / 100.0) - costs_gbp_m, 0.0, most_gbp_m);
}

/// Liquidity (days of 360) of reported balances without inventories, else `otherwise`.
UOR_FORMULA double liquidity_from_balances(double assets_gbp_m, double liabilities_gbp_m, double expenses_gbp_m,
                                           double otherwise_days) {
  const double days = (assets_gbp_m - liabilities_gbp_m) / expenses_gbp_m * 360.0;
  return known(days) ? days : otherwise_days;
}

/// Yearly principal as reported, else what dividend and interest leave of the reported capital service; NaN when
/// neither is known.
UOR_FORMULA double principal_from_service(double principal_gbp_m, double service_gbp_m, double other_gbp_m) {
  return known(principal_gbp_m) ? principal_gbp_m : max(0.0, service_gbp_m - other_gbp_m);
}

/// Share of the sustainability fund that last year's result suggests: all of the finance part when the plan was met.
UOR_FORMULA double earned_share_last_year(double distance, double finance_share, double missed_share,
                                          double access_share_earned) {
  const bool met = distance >= 0.0;
  return finance_share * (met ? 1.0 : missed_share) + (1.0 - finance_share) * (met ? access_share_earned : 0.0);
}

/// Revenue available over capital service, inside the limits that stand for "no capital service to cover".
UOR_FORMULA double capital_service_capacity(double revenue_gbp_m, double service_gbp_m, double least_service_gbp_m,
                                            double lower, double upper) {
  return clamp(revenue_gbp_m / max(service_gbp_m, least_service_gbp_m), lower, upper);
}

/// Yearly principal: as reported, else what the reported capacity implies when that is possible, else the default.
UOR_FORMULA double principal_of(double reported_gbp_m, double capacity, double revenue_gbp_m, double other_gbp_m,
                                double most_gbp_m, double default_gbp_m) {
  const double implied = revenue_gbp_m / capacity - other_gbp_m;
  const bool possible = implied >= 0.0 && implied <= most_gbp_m;
  return known(reported_gbp_m) ? reported_gbp_m : (possible ? implied : default_gbp_m);
}

/// Yearly capital spend that a trust can pay for, when it is not reported: depreciation less principal, with the
/// surplus; a deficit cuts it unless interim support pays for the deficit; never below a share of depreciation.
UOR_FORMULA double affordable_capital_spend(double depreciation_gbp_m, double principal_gbp_m, double surplus_gbp_m,
                                            bool supported, double least_share) {
  const double own = supported ? max(surplus_gbp_m, 0.0) : surplus_gbp_m;
  return max(least_share * depreciation_gbp_m, depreciation_gbp_m - principal_gbp_m + own);
}

/// Percent above the ceiling. Without a ceiling every spend is over it, up to the stated limit.
UOR_FORMULA double over_ceiling(double spend_gbp_m, double ceiling_gbp_m, double least_ceiling_gbp_m, double limit) {
  return min(100.0 * (spend_gbp_m - ceiling_gbp_m) / max(ceiling_gbp_m, least_ceiling_gbp_m), limit);
}

/// The ceiling that a spend and its distance in percent imply.
UOR_FORMULA double ceiling_from(double spend_gbp_m, double over_percent) {
  return spend_gbp_m / max(1.0 + over_percent / 100.0, 0.01);
}

}  // namespace finance
