// The plan of a year and the savings programme. Amounts of a month in GBP m; docs/model/finance.md, sections 3 and 4.
#pragma once

#include <limits>

#include "anchoring.hpp"

namespace finance {

/// Control total of an average month of a year: as reported, else last year's result with an improvement (percent of
/// income); each later year improves as much again.
UOR_FORMULA double control_total(double reported_gbp_m_a_year, double last_year, double income, double improvement,
                                 double year) {
  const double step = improvement / 100.0 * income;
  return (known(reported_gbp_m_a_year) ? reported_gbp_m_a_year / 12.0 : last_year + step) + (year - 1.0) * step;
}

/// Costs that nobody funded: what is left when a plan reaches its control total with all its savings delivered.
/// All arguments are the average month of the plan's year.
UOR_FORMULA double cost_pressure(double income, double savings, double capital_charges, double control_total,
                                 double expected_costs) {
  return income + savings - capital_charges - control_total - expected_costs;
}

/// Month of the year in which a scheme starts: later than planned starts when savings are more back-loaded than usual.
UOR_FORMULA double scheme_start(double planned_month, double back_loading) {
  return clamp(1.0 + back_loading * (planned_month - 1.0), 1.0, 12.0);
}

/// What a scheme saves in a full month, in GBP m, so that the months from its start to March add up to its plan.
UOR_FORMULA double scheme_pace(double plan_gbp_m_a_year, double share_percent, double start_month) {
  return plan_gbp_m_a_year * share_percent / 100.0 / (13.0 - start_month);
}

/// How much of a month a scheme runs, 0 to 1.
UOR_FORMULA double scheme_running(double month_of_year, double start_month) {
  return clamp(month_of_year - start_month + 1.0, 0.0, 1.0);
}

/// Recurrent part of a scheme, 0 to 1: its own, moved by as much as the programme's is from the baseline's; the
/// programme's when its own is not given (below 0).
UOR_FORMULA double scheme_recurrent(double own_percent, double programme_percent, double programme_at_baseline) {
  const double own = own_percent < 0.0 ? programme_percent : own_percent + (programme_percent - programme_at_baseline);
  return clamp(own, 0.0, 100.0) / 100.0;
}

/// Delivery as a share of plan, from this year's percent, last year's record (NaN unknown) and how far it persists.
UOR_FORMULA double delivery_share(double percent, double last_year_percent, double expected_percent, double persistence,
                                  double most_percent) {
  const double record = known(last_year_percent) ? persistence * (last_year_percent - expected_percent) : 0.0;
  return clamp(percent + record, 0.0, most_percent) / 100.0;
}

/// What is left after the common and the category's slippage, in percent each.
UOR_FORMULA double after_slippage(double common_percent, double own_percent) {
  return (1.0 - common_percent / 100.0) * (1.0 - own_percent / 100.0);
}

/// Run-rate of the recurrent schemes of all finished years, in GBP m a month: last March's joins it in April.
UOR_FORMULA double carried_savings(bool april, double carried_before, double recurrent_before) {
  return carried_before + (april ? recurrent_before : 0.0);
}

/// What a scheme delivered of its plan in the closed months; NaN when it does not say or had nothing planned.
UOR_FORMULA double scheme_record(double to_date_gbp_m, double planned_gbp_m) {
  const double of_plan = clamp(to_date_gbp_m / max(planned_gbp_m, 1e-9), 0.0, 3.0);
  return ((to_date_gbp_m >= 0.0) & (planned_gbp_m > 0.0)) ? of_plan : std::numeric_limits<double>::quiet_NaN();
}

/// A programme's savings to date: of all (NaN unknown), of the schemes that say, and the weight of the others.
struct ToDate {
  double all, given, weight;
};

/// A scheme's own figure to date, below 0 when not given; schemes that release no cash (category 4) count for nothing.
UOR_FORMULA double given_to_date(double to_date_gbp_m, double category) {
  return category == 4.0 ? 0.0 : max(to_date_gbp_m, 0.0);
}

/// How much of what is not given a scheme takes: its planned months so far, or its share when none has started.
UOR_FORMULA double weight_to_date(double to_date_gbp_m, double category, double share_percent, double months) {
  const bool takes = (to_date_gbp_m < 0.0) & (category != 4.0);
  return takes ? share_percent * (max(months, 0.0) + 1e-9) : 0.0;
}

/// What a scheme delivered to date, so that all schemes add up to the programme's figure; below 0 when unknown.
UOR_FORMULA double closed_amount(double given, double weight, double to_date_gbp_m, const ToDate& programme) {
  const bool must_fit = (programme.given > programme.all) | !(programme.weight > 0.0);
  const double fit = (must_fit & (programme.given > 0.0)) ? programme.all / max(programme.given, 1e-9) : 1.0;
  const double left = max(programme.all - programme.given, 0.0) / max(programme.weight, 1e-300);
  const double of_programme = given * fit + weight * left;
  return known(programme.all) ? of_programme : (to_date_gbp_m < 0.0 ? -1.0 : given);
}

/// Contingency let go of in a month: as much as is short, up to what is set aside.
UOR_FORMULA double contingency_release(double shortfall, double available) {
  return clamp(shortfall, 0.0, max(available, 0.0));
}

/// One-off benefits found in the second half of a year to land on the control total: this month's part of the gap so
/// far, the gap that a month adds at the average pace, and a margin of safety (not above the gap itself, so that a
/// rounding error finds nothing), up to a share of the year's capacity.
UOR_FORMULA double one_off_benefit(double gap_to_last_month, double months_gone, double months_left, double capacity,
                                   double cushion) {
  const double pace = gap_to_last_month / max(months_gone, 1.0);
  const double wanted = gap_to_last_month / max(months_left, 1.0) + pace + min(cushion, gap_to_last_month);
  return clamp(wanted, 0.0, max(capacity, 0.0));
}

}  // namespace finance
