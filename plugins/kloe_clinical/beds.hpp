// Beds, cancellations, income and metrics of a month.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace clinical {

UOR_NODE(
    bed_use, "clinical.bed_use",
    (UOR_READ(volume, "clinical.emergency_volume", "ratio")
     UOR_READ(trend, "clinical.emergency_trend", "ratio")
     UOR_READ(noise, "clinical.emergency_noise", "log ratio")
     UOR_READ(elective_demand, "clinical.elective_demand", "ratio")
     UOR_READ(staffing, "clinical.staffing", "ratio")
     UOR_READ(theatres, "clinical.theatre_productivity", "percent")
     UOR_READ(stay_change, "clinical.length_of_stay_change", "percent")
     UOR_READ(delayed_change, "clinical.delayed_transfer_change", "percent")
     UOR_READ(beds_change, "clinical.beds_change", "percent")
     UOR_READ(preproc_nonelective, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ(preproc_elective, "clinical.preproc_elective_bed_days", "days")
     UOR_READ(severity, "clinical.winter_severity", "percent")
     UOR_READ(season, "profile.emergency", "ratio")
     UOR_READ(season_elective, "profile.elective", "ratio")
     UOR_READ(season_stay, "profile.length_of_stay", "ratio")
     UOR_READ(season_winter, "profile.winter", "ratio")
     UOR_READ_ANCHOR(spells_0, "clinical.emergency_spells", "spells")
     UOR_READ_ANCHOR(inpatients_0, "clinical.procedures_elective", "spells")
     UOR_READ_ANCHOR(preproc_nonelective_0, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ_ANCHOR(preproc_elective_0, "clinical.preproc_elective_bed_days", "days")
     UOR_READ_ANCHOR(core_stay, "clinical.core_stay", "days")
     UOR_READ_ANCHOR(delayed_0, "clinical.delayed_days", "bed days")
     UOR_READ_ANCHOR(bed_days_0, "clinical.bed_days", "bed days")
     UOR_READ_ANCHOR(occupancy_0, "clinical.occupancy", "percent")
     UOR_READ_ANCHOR(beds_0, "clinical.beds", "beds")
     UOR_PARAMETER(procedure_share, "clinical.procedure_share")
     UOR_PARAMETER(elective_stay, "clinical.elective_stay")
     UOR_PARAMETER(usual_stay, "clinical.usual_stay")
     UOR_PARAMETER(added_stay, "clinical.added_stay_share")
     UOR_PARAMETER(winter_months, "clinical.winter_months")
     UOR_PARAMETER(winter_stay, "clinical.winter_stay_share")),
    (UOR_WRITE(bed_days, "clinical.bed_days")
     UOR_WRITE(delayed, "clinical.delayed_days")
     UOR_WRITE(delayed_share, "clinical.delayed_share")
     UOR_WRITE(beds, "clinical.beds")
     UOR_WRITE(occupancy, "clinical.occupancy")
     UOR_WRITE(normal_occupancy, "clinical.occupancy_normal")),
    {
      const double usual =
          emergency_bed_days(spells_0 * season, core_stay * season_stay, procedure_share, preproc_nonelective_0) +
          inpatients_0 * season_elective * (elective_stay + preproc_elective_0) + delayed_0;
      const double longer = (1.0 + stay_change / 100.0) * winter(severity * winter_stay, season_winter, winter_months);
      const double shorter = stay_of_added(trend * exp(noise), added_stay);
      const double inpatients = inpatients_0 * elective_demand * staffing * (1.0 + theatres / 100.0);
      delayed = delayed_0 * (1.0 + delayed_change / 100.0);
      bed_days = max(emergency_bed_days(spells_0 * volume * season, core_stay * season_stay * longer * shorter,
                                        procedure_share, preproc_nonelective) +
                         inpatients * season_elective * (elective_stay + preproc_elective) + delayed,
                     0.0);
      delayed_share =
          delayed_share_of(delayed, usual_bed_days(spells_0, usual_stay, inpatients_0, elective_stay));
      beds = beds_0 * (1.0 + beds_change / 100.0);
      normal_occupancy = occupancy_0 * usual / bed_days_0;
      occupancy = occupancy_0 * bed_days / bed_days_0 / (1.0 + beds_change / 100.0);
    })

UOR_NODE(
    pressure, "clinical.pressure",
    (UOR_READ(occupancy, "clinical.occupancy", "percent")
     UOR_READ(normal_occupancy, "clinical.occupancy_normal", "percent")
     UOR_READ(beds, "clinical.beds", "beds")
     UOR_PARAMETER(threshold, "clinical.occupancy_threshold")
     UOR_PARAMETER(width, "clinical.occupancy_width")
     UOR_PARAMETER(slope, "clinical.cancellation_slope")
     UOR_PARAMETER(most, "clinical.bed_dependent_share")
     UOR_PARAMETER(cancelled_0, "clinical.cancelled_share")
     UOR_PARAMETER(escalation_slope, "clinical.escalation_slope")),
    (UOR_WRITE(cancelled, "clinical.cancelled_rate")
     UOR_WRITE(escalation_beds, "clinical.escalation_beds")),
    {
      const double excess = soft_excess(occupancy, threshold, width);
      const double usual = soft_excess(normal_occupancy, threshold, width);
      const double more = cancelled_for_beds(excess, slope, most) - cancelled_for_beds(usual, slope, most);
      cancelled = clamp(cancelled_0 + more, 0.0, 1.0);
      escalation_beds = beds * escalation_slope * (excess - usual) / 100.0;
    })

UOR_NODE(
    income, "clinical.income",
    (UOR_READ(emergency, "clinical.emergency_paid", "ratio")
     UOR_READ(elective, "clinical.elective_volume", "ratio")
     UOR_READ(outpatient, "clinical.outpatient_volume", "ratio")
     UOR_READ(plan, "clinical.contract_trend", "ratio")
     UOR_READ(tariff, "clinical.tariff_index", "ratio")
     UOR_READ(block, "clinical.block_share", "percent")
     UOR_READ(over_paid, "clinical.overperformance_paid_share", "percent")
     UOR_READ_ANCHOR(income_0, "clinical.patient_income", "GBP m")
     UOR_READ_ANCHOR(emergency_weight, "clinical.emergency_weight", "ratio")
     UOR_READ_ANCHOR(elective_weight, "clinical.elective_weight", "ratio")
     UOR_PARAMETER(baseline, "clinical.emergency_baseline")
     UOR_PARAMETER(marginal, "clinical.marginal_rate")
     UOR_PARAMETER(marginal_below, "clinical.marginal_rate_below")
     UOR_PARAMETER(other, "clinical.other_income_share")),
    (UOR_WRITE(patient_income, "clinical.patient_income")),
    {
      const Mix mix{emergency_weight, elective_weight, 1.0 - emergency_weight - elective_weight};
      const double over = over_paid / 100.0;
      const double emergency_paid = paid(emergency, plan * baseline, marginal_below, marginal * over) /
                                    paid(1.0, baseline, marginal_below, marginal * over);
      const double by_activity =
          of_mix(mix, emergency_paid, paid(elective, plan, 1.0, over), paid(outpatient, plan, 1.0, over));
      patient_income = income_0 * tariff * contract_volume(block / 100.0, other, plan, by_activity);
    })

UOR_NODE(
    procedures, "clinical.procedures",
    (UOR_READ(emergency, "clinical.emergency_spells", "spells")
     UOR_READ(elective, "clinical.elective_spells", "spells")
     UOR_READ(preproc_nonelective, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ(preproc_elective, "clinical.preproc_elective_bed_days", "days")
     UOR_PARAMETER(procedure_share, "clinical.procedure_share")
     UOR_PARAMETER(day_cases, "clinical.day_case_share")),
    (UOR_WRITE(nonelective_count, "clinical.procedures_nonelective")
     UOR_WRITE(elective_count, "clinical.procedures_elective")
     UOR_WRITE(nonelective_days, "clinical.preproc_nonelective_days")
     UOR_WRITE(elective_days, "clinical.preproc_elective_days")),
    {
      nonelective_count = procedure_share * emergency;
      elective_count = (1.0 - day_cases) * elective;
      nonelective_days = preproc_nonelective * nonelective_count;
      elective_days = preproc_elective * elective_count;
    })

UOR_NODE(
    metrics, "clinical.metrics",
    (UOR_READ_SUM(nonelective_days, "clinical.preproc_nonelective_days", "days", 0, 12)
     UOR_READ_SUM(nonelective_count, "clinical.procedures_nonelective", "spells", 0, 12)
     UOR_READ_SUM(elective_days, "clinical.preproc_elective_days", "days", 0, 12)
     UOR_READ_SUM(elective_count, "clinical.procedures_elective", "spells", 0, 12)
     UOR_READ_SUM(readmissions, "clinical.readmissions", "spells", 0, 12)
     UOR_READ_SUM(discharges, "clinical.discharges", "spells", 0, 12)
     UOR_READ_SUM(missed, "clinical.missed_bookings", "bookings", 0, 12)
     UOR_READ_SUM(bookings, "clinical.outpatient_bookings", "bookings", 0, 12)),
    (UOR_WRITE(nonelective, "metric.preproc_nonelective_bed_days")
     UOR_WRITE(elective, "metric.preproc_elective_bed_days")
     UOR_WRITE(readmission, "metric.emergency_readmissions_30d")
     UOR_WRITE(dna, "metric.dna_rate")),
    {
      nonelective = nonelective_days / nonelective_count;
      elective = elective_days / elective_count;
      readmission = 100.0 * readmissions / discharges;
      dna = 100.0 * missed / bookings;
    })

}  // namespace clinical
// clang-format on
