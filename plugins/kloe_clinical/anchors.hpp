// Month 0 of clinical services: last year's average month.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace clinical {

UOR_ANCHOR_NODE(
    last_year_activity, "clinical.last_year_activity",
    (UOR_READ(admissions, "trust.emergency_admissions", "spells/year")
     UOR_READ(nonelective_reported, "trust.nonelective_spells", "spells/year")
     UOR_READ(elective_reported, "trust.elective_spells", "spells/year")
     UOR_READ(attendances_a_year, "trust.outpatient_attendances", "attendances/year")
     UOR_READ(dna, "clinical.dna_rate", "percent")
     UOR_READ(readmission, "clinical.emergency_readmission_rate", "percent")
     UOR_READ(preproc_nonelective, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ(preproc_elective, "clinical.preproc_elective_bed_days", "days")
     UOR_PARAMETER(emergencies_per_admission, "clinical.emergencies_per_admission")
     UOR_PARAMETER(electives_per_attendance, "clinical.electives_per_attendance")
     UOR_PARAMETER(procedure_share, "clinical.procedure_share")
     UOR_PARAMETER(day_cases, "clinical.day_case_share")),
    (UOR_WRITE(emergency, "clinical.emergency_spells")
     UOR_WRITE(elective, "clinical.elective_spells")
     UOR_WRITE(attendances, "clinical.outpatient_attendances")
     UOR_WRITE(bookings, "clinical.outpatient_bookings")
     UOR_WRITE(missed, "clinical.missed_bookings")
     UOR_WRITE(discharges, "clinical.discharges")
     UOR_WRITE(readmissions, "clinical.readmissions")
     UOR_WRITE(procedures_nonelective, "clinical.procedures_nonelective")
     UOR_WRITE(procedures_elective, "clinical.procedures_elective")
     UOR_WRITE(days_nonelective, "clinical.preproc_nonelective_days")
     UOR_WRITE(days_elective, "clinical.preproc_elective_days")),
    {
      emergency = (known(nonelective_reported) ? nonelective_reported : admissions * emergencies_per_admission) / 12.0;
      attendances = attendances_a_year / 12.0;
      elective = known(elective_reported) ? elective_reported / 12.0 : attendances * electives_per_attendance;
      bookings = attendances / (1.0 - dna / 100.0);
      missed = bookings * dna / 100.0;
      discharges = emergency + elective;
      readmissions = readmission / 100.0 * discharges;
      procedures_nonelective = procedure_share * emergency;
      procedures_elective = (1.0 - day_cases) * elective;
      days_nonelective = preproc_nonelective * procedures_nonelective;
      days_elective = preproc_elective * procedures_elective;
    })

UOR_ANCHOR_NODE(
    last_year_units, "clinical.last_year_units",
    (UOR_READ(pay, "trust.employee_expenses", "GBP m")
     UOR_READ(market_forces, "trust.market_forces_factor", "ratio")
     UOR_READ(pay_cost_per_wau, "trust.pay_cost_per_wau", "GBP")
     UOR_READ(emergency, "clinical.emergency_spells", "spells")
     UOR_READ(elective, "clinical.elective_spells", "spells")
     UOR_READ(attendances, "clinical.outpatient_attendances", "attendances")
     UOR_PARAMETER(scope, "clinical.reference_cost_share")
     UOR_PARAMETER(emergency_cost, "clinical.emergency_spell_cost")
     UOR_PARAMETER(day_cases, "clinical.day_case_share")
     UOR_PARAMETER(day_case_cost, "clinical.day_case_cost")
     UOR_PARAMETER(inpatient_cost, "clinical.elective_inpatient_cost")
     UOR_PARAMETER(outpatient_cost, "clinical.outpatient_cost")),
    (UOR_WRITE(wau, "clinical.wau")
     UOR_WRITE(emergency_weight, "clinical.emergency_weight")
     UOR_WRITE(elective_weight, "clinical.elective_weight")
     UOR_WRITE(activity_index, "clinical.activity_index")
     UOR_WRITE(workload_index, "clinical.workload_index")),
    {
      wau = units_of(pay, scope, market_forces, pay_cost_per_wau);
      const double elective_cost = day_cases * day_case_cost + (1.0 - day_cases) * inpatient_cost;
      const double total = emergency * emergency_cost + elective * elective_cost + attendances * outpatient_cost;
      emergency_weight = emergency * emergency_cost / total;
      elective_weight = elective * elective_cost / total;
      activity_index = 1.0;
      workload_index = 1.0;
    })

UOR_ANCHOR_NODE(
    last_year_beds, "clinical.last_year_beds",
    (UOR_READ(reported_beds, "trust.beds", "beds")
     UOR_READ(reported_occupancy, "trust.night_bed_occupancy", "percent")
     UOR_READ(stay, "trust.length_of_stay", "days")
     UOR_READ(delayed, "trust.delayed_transfer_days", "bed days/month")
     UOR_READ(preproc_nonelective, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ(emergency, "clinical.emergency_spells", "spells")
     UOR_READ(procedures_elective, "clinical.procedures_elective", "spells")
     UOR_READ(days_elective, "clinical.preproc_elective_days", "days")
     UOR_PARAMETER(procedure_share, "clinical.procedure_share")
     UOR_PARAMETER(elective_stay, "clinical.elective_stay")
     UOR_PARAMETER(usual_stay, "clinical.usual_stay")),
    (UOR_WRITE(core_stay, "clinical.core_stay")
     UOR_WRITE(delayed_days, "clinical.delayed_days")
     UOR_WRITE(delayed_share, "clinical.delayed_share")
     UOR_WRITE(bed_days, "clinical.bed_days")
     UOR_WRITE(occupancy, "clinical.occupancy")
     UOR_WRITE(beds, "clinical.beds")
     UOR_WRITE(escalation_beds, "clinical.escalation_beds")),
    {
      core_stay = core_stay_of(stay, procedure_share, preproc_nonelective, delayed / emergency);
      delayed_days = delayed;
      bed_days = emergency_bed_days(emergency, core_stay, procedure_share, preproc_nonelective) +
                 procedures_elective * elective_stay + days_elective + delayed;
      delayed_share =
          delayed_share_of(delayed, usual_bed_days(emergency, usual_stay, procedures_elective, elective_stay));
      occupancy = reported_occupancy;
      beds = known(reported_beds) ? reported_beds : bed_days / (days_in_month * reported_occupancy / 100.0);
      escalation_beds = 0.0;
    })

UOR_ANCHOR_NODE(
    last_year_income, "clinical.last_year_income",
    (UOR_READ(income_base, "finance.patient_income_base", "GBP m")),
    (UOR_WRITE(emergency, "clinical.emergency_growth_index")
     UOR_WRITE(elective, "clinical.elective_growth_index")
     UOR_WRITE(outpatient, "clinical.outpatient_growth_index")
     UOR_WRITE(contract, "clinical.contract_growth_index")
     UOR_WRITE(tariff, "clinical.tariff_index")
     UOR_WRITE(income, "clinical.patient_income")),
    {
      emergency = 1.0;
      elective = 1.0;
      outpatient = 1.0;
      contract = 1.0;
      tariff = 1.0;
      income = income_base;
    })

UOR_ANCHOR_NODE(
    last_year_metrics, "clinical.last_year_metrics",
    (UOR_READ(nonelective, "clinical.preproc_nonelective_bed_days", "days")
     UOR_READ(elective, "clinical.preproc_elective_bed_days", "days")
     UOR_READ(readmission, "clinical.emergency_readmission_rate", "percent")
     UOR_READ(dna, "clinical.dna_rate", "percent")),
    (UOR_WRITE(metric_nonelective, "metric.preproc_nonelective_bed_days")
     UOR_WRITE(metric_elective, "metric.preproc_elective_bed_days")
     UOR_WRITE(metric_readmission, "metric.emergency_readmissions_30d")
     UOR_WRITE(metric_dna, "metric.dna_rate")),
    {
      metric_nonelective = nonelective;
      metric_elective = elective;
      metric_readmission = readmission;
      metric_dna = dna;
    })

}  // namespace clinical
// clang-format on
