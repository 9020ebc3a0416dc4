// Formulas of clinical services, pure functions of doubles. docs/model/clinical.md has them as mathematics with the
// source of every constant; nodes.hpp says when they are evaluated.
//
// Activity is kept seasonally adjusted, as an average month: the season is put on where a flow leaves the plugin. So
// a year without growth and noise is flat, whatever the season profiles are.
#pragma once

#include "uor/sdk/math.hpp"

namespace clinical {

using uor::sdk::clamp, uor::sdk::exp, uor::sdk::max, uor::sdk::min, uor::sdk::sqrt;

/// Months have equal length.
inline constexpr double days_in_month = 365.25 / 12.0;
/// From the middle of last year, of which month 0 holds the averages, to its end.
inline constexpr double months_since_average = 5.5;
/// Where a deduction would leave almost nothing: the share of spells that always stays.
inline constexpr double least_share = 0.2;

/// How hard a winter presses in this month: 1 plus `severity` percent in an average winter month, 1 in summer.
/// `season` is the winter profile (mean 1 over the year, 0 outside winter).
UOR_FORMULA double winter(double severity, double season, double winter_months) {
  return 1.0 + severity / 100.0 * season * winter_months / 12.0;
}

/// Emergency spells when the readmission rate has moved by `rate_change` percentage points of all discharges: each
/// readmission avoided is one spell less.
UOR_FORMULA double with_readmissions(double spells, double rate_change, double discharges) {
  return max(spells + rate_change / 100.0 * discharges, least_share * spells);
}

/// Spells less a share of the readmitted ones: those that are productive, or those that are paid.
UOR_FORMULA double without_readmitted(double spells, double share, double rate, double discharges) {
  return max(spells - share * rate / 100.0 * discharges, least_share * spells);
}

/// Attendances of `bookings`, when of the slots that a lower did-not-attend rate frees only `recovered` is used.
UOR_FORMULA double attended(double bookings, double rate_0, double rate, double recovered) {
  return bookings * (1.0 - rate_0 / 100.0 + recovered * (rate_0 - rate) / 100.0);
}

/// Percentage points of occupancy above a threshold, smooth: about 0 well below it, the excess well above it.
UOR_FORMULA double soft_excess(double occupancy, double threshold, double width) {
  const double distance = occupancy - threshold;
  return 0.5 * (distance + sqrt(distance * distance + width * width));
}

/// Share of planned elective spells that a lack of beds cancels: rises ever faster above the threshold, never above
/// `most`.
UOR_FORMULA double cancelled_for_beds(double excess, double slope, double most) {
  return most * (1.0 - exp(-slope * excess * excess));
}

/// Bed days of a month of emergency spells: the stay without pre-procedure days, and these for the spells with a
/// procedure.
UOR_FORMULA double emergency_bed_days(double spells, double core_stay, double procedure_share, double preproc_days) {
  return spells * (core_stay + procedure_share * preproc_days);
}

/// Mean stay over last year's when demand is `demand` of last year's: each spell more (or less) has `added` of the
/// mean.
UOR_FORMULA double stay_of_added(double demand, double added) { return added + (1.0 - added) / demand; }

/// What a commissioner pays for `volume` against `plan`: below plan each unit is worth `below`, above it `above`.
UOR_FORMULA double paid(double volume, double plan, double below, double above) {
  const double gap = volume - plan;
  return plan + (gap > 0.0 ? above : below) * gap;
}

/// Shares of the three kinds of activity in what a trust does, by national unit cost.
struct Mix {
  double emergency, elective, outpatient;
};

UOR_FORMULA double of_mix(const Mix& mix, double emergency, double elective, double outpatient) {
  return mix.emergency * emergency + mix.elective * elective + mix.outpatient * outpatient;
}

/// Contract income over last year's at unchanged prices: the block part follows the plan, the rest what is done.
UOR_FORMULA double contract_volume(double block, double other, double plan, double by_activity) {
  return block * plan + (1.0 - block) * (other * plan + (1.0 - other) * by_activity);
}

/// Staff that is missing holds up planned work.
UOR_FORMULA double staffing_factor(double unfilled, double unfilled_0, double loss) {
  return max(1.0 - loss * (unfilled - unfilled_0) / 100.0, least_share);
}

/// Bed days that last year's spells take where an emergency stays as long as is usual nationally. Nothing that a trust
/// does to its stays moves them: were delayed days held against its own bed days, a shorter stay would seem worse.
UOR_FORMULA double usual_bed_days(double spells, double usual_stay, double inpatients, double elective_stay) {
  return spells * usual_stay + inpatients * elective_stay;
}

/// Delayed days in percent of usual bed days.
UOR_FORMULA double delayed_share_of(double delayed_days, double usual_days) {
  return 100.0 * delayed_days / max(usual_days, 1.0);
}

/// The part of the stay of emergency spells that is neither before a procedure nor a delayed transfer.
UOR_FORMULA double core_stay_of(double stay, double procedure_share, double preproc_days, double delayed_days) {
  return max(stay - procedure_share * preproc_days - delayed_days, 0.25 * stay);
}

/// Weighted activity units of an average month, from what a unit is reported to cost (domain: pay x share of
/// operating cost in reference costs / market forces factor / units = pay cost per unit).
UOR_FORMULA double units_of(double pay_gbp_m_a_year, double scope, double market_forces, double pay_cost_per_unit) {
  return pay_gbp_m_a_year * 1e6 * scope / market_forces / pay_cost_per_unit / 12.0;
}

}  // namespace clinical
