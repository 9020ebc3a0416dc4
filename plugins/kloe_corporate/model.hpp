// The corporate model's formulas without columns or months. GBP m a month unless a name says otherwise;
// docs/model/corporate.md has them as mathematics.
#pragma once

#include "uor/sdk/isa.hpp"
#include "uor/sdk/math.hpp"

namespace corporate {

using uor::sdk::clamp, uor::sdk::compound, uor::sdk::known, uor::sdk::max;

/// Yearly cost of a function from its cost (GBP thousand) per GBP 100m turnover.
UOR_FORMULA double function_cost(double thousand_per_100m, double turnover_gbp_m_a_year) {
  return thousand_per_100m / 1000.0 * turnover_gbp_m_a_year / 100.0;
}

/// Supplies of a month: part of them follows activity; prices as given.
UOR_FORMULA double supplies(double last_year, double variable_share, double activity, double price) {
  return last_year * (1.0 + variable_share * (activity - 1.0)) * price;
}

/// Price of what is bought: the national index, a trust's own inflation, and its price performance (percent, less is
/// better).
UOR_FORMULA double purchase_price(double index, double own_inflation_percent, double years,
                                  double performance_percent) {
  return index * compound(own_inflation_percent, years) * (1.0 + performance_percent / 100.0);
}

/// Running cost of the estate: follows the area that is left, the price level, the unit cost and the backlog.
UOR_FORMULA double estates_cost(double last_year, double area_share, double area_elasticity, double backlog_share,
                                double backlog_elasticity, double unit_change_percent, double index) {
  return last_year * (1.0 + area_elasticity * (area_share - 1.0)) * (1.0 + backlog_elasticity * (backlog_share - 1.0)) *
         (1.0 + unit_change_percent / 100.0) * index;
}

/// Backlog at the end of a month: it grows by its drift and shrinks by what is spent on it, not below zero.
UOR_FORMULA double backlog_after(double before_gbp_m, double drift_percent_a_year, double spend_gbp_m) {
  return max(before_gbp_m * (1.0 + drift_percent_a_year / 1200.0) - spend_gbp_m, 0.0);
}

/// A metric from its reported value: cost over base now, against the same ratio at month 0, in today's prices.
UOR_FORMULA double unit_cost(double reported, double cost_12, double base_12, double cost_last_year,
                             double base_last_year, double index_12m) {
  return reported * (cost_12 / base_12) / (cost_last_year / base_last_year) * index_12m;
}

/// Procurement score, 0 to 100: lower prices and better process raise it.
UOR_FORMULA double procurement_score(double reported, double performance_percent, double points_a_percent,
                                     double process_points) {
  return clamp(reported - points_a_percent * performance_percent + process_points, 0.0, 100.0);
}

/// A judged prompt counts as far as evidence supports it.
UOR_FORMULA double supported_evidence(double judged, double grade) { return 2.5 + grade * (judged - 2.5); }

}  // namespace corporate
