// A month of clinical services. The order is the graph's: trends, demand, volumes of emergencies, beds, planned work,
// output, income, metrics.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace clinical {

UOR_NODE(
    trends, "clinical.trends",
    (UOR_READ(emergency_growth, "clinical.emergency_growth", "percent")
     UOR_READ(elective_growth, "clinical.elective_growth", "percent")
     UOR_READ(outpatient_growth, "clinical.outpatient_growth", "percent")
     UOR_READ(contract_growth, "clinical.contract_growth", "percent")
     UOR_READ(uplift, "clinical.tariff_uplift", "percent")
     UOR_READ_LAG(uplift_before, "clinical.tariff_uplift", "percent", 1)
     UOR_READ_LAG(emergency_before, "clinical.emergency_growth_index", "ratio", 1)
     UOR_READ_LAG(elective_before, "clinical.elective_growth_index", "ratio", 1)
     UOR_READ_LAG(outpatient_before, "clinical.outpatient_growth_index", "ratio", 1)
     UOR_READ_LAG(contract_before, "clinical.contract_growth_index", "ratio", 1)
     UOR_READ_LAG(tariff_before, "clinical.tariff_index", "ratio", 1)),
    (UOR_WRITE(emergency_index, "clinical.emergency_growth_index")
     UOR_WRITE(elective_index, "clinical.elective_growth_index")
     UOR_WRITE(outpatient_index, "clinical.outpatient_growth_index")
     UOR_WRITE(contract_index, "clinical.contract_growth_index")
     UOR_WRITE(emergency, "clinical.emergency_trend")
     UOR_WRITE(elective, "clinical.elective_trend")
     UOR_WRITE(outpatient, "clinical.outpatient_trend")
     UOR_WRITE(contract, "clinical.contract_trend")
     UOR_WRITE(tariff, "clinical.tariff_index")),
    {
      emergency_index = emergency_before * compound(emergency_growth, 1.0 / 12.0);
      elective_index = elective_before * compound(elective_growth, 1.0 / 12.0);
      outpatient_index = outpatient_before * compound(outpatient_growth, 1.0 / 12.0);
      contract_index = contract_before * compound(contract_growth, 1.0 / 12.0);
      emergency = emergency_index * compound(emergency_growth, months_since_average / 12.0);
      elective = elective_index * compound(elective_growth, months_since_average / 12.0);
      outpatient = outpatient_index * compound(outpatient_growth, months_since_average / 12.0);
      contract = contract_index * compound(contract_growth, months_since_average / 12.0);
      const double of_year_so_far = batch.month_of_year == 1 ? 1.0 : 1.0 + uplift_before / 100.0;
      tariff = tariff_before * ((1.0 + uplift / 100.0) / of_year_so_far);
    })

UOR_NODE(
    demand_of_month, "clinical.demand",
    (UOR_READ(emergency_trend, "clinical.emergency_trend", "ratio")
     UOR_READ(elective_trend, "clinical.elective_trend", "ratio")
     UOR_READ(outpatient_trend, "clinical.outpatient_trend", "ratio")
     UOR_READ(emergency_noise, "clinical.emergency_noise", "log ratio")
     UOR_READ(elective_noise, "clinical.elective_noise", "log ratio")
     UOR_READ(outpatient_noise, "clinical.outpatient_noise", "log ratio")
     UOR_READ(severity, "clinical.winter_severity", "percent")
     UOR_READ(season, "profile.winter", "ratio")
     UOR_READ_LAG(unfilled, "people.unfilled_share", "percent", 1)
     UOR_READ_ANCHOR(unfilled_0, "people.unfilled_share", "percent")
     UOR_PARAMETER(winter_months, "clinical.winter_months")
     UOR_PARAMETER(loss, "clinical.unfilled_activity_loss")),
    (UOR_WRITE(emergency, "clinical.emergency_demand")
     UOR_WRITE(elective, "clinical.elective_demand")
     UOR_WRITE(outpatient, "clinical.outpatient_demand")
     UOR_WRITE(staffing, "clinical.staffing")),
    {
      emergency = emergency_trend * exp(emergency_noise) * winter(severity, season, winter_months);
      elective = elective_trend * exp(elective_noise);
      outpatient = outpatient_trend * exp(outpatient_noise);
      staffing = staffing_factor(unfilled, unfilled_0, loss);
    })

UOR_NODE(
    emergencies, "clinical.emergencies",
    (UOR_READ(demand, "clinical.emergency_demand", "ratio")
     UOR_READ(elective_demand, "clinical.elective_demand", "ratio")
     UOR_READ(rate, "clinical.emergency_readmission_rate", "percent")
     UOR_READ(season, "profile.emergency", "ratio")
     UOR_READ(season_wau, "profile.wau", "ratio")
     UOR_READ_ANCHOR(rate_0, "clinical.emergency_readmission_rate", "percent")
     UOR_READ_ANCHOR(spells_0, "clinical.emergency_spells", "spells")
     UOR_READ_ANCHOR(elective_0, "clinical.elective_spells", "spells")
     UOR_PARAMETER(unproductive, "clinical.readmission_unproductive_share")
     UOR_PARAMETER(paid_share, "clinical.readmission_paid_share")),
    (UOR_WRITE(spells_now, "clinical.emergency_spells")
     UOR_WRITE(volume, "clinical.emergency_volume")
     UOR_WRITE(productive, "clinical.emergency_productive")
     UOR_WRITE(paid_volume, "clinical.emergency_paid")
     UOR_WRITE(discharges, "clinical.discharges")
     UOR_WRITE(readmissions, "clinical.readmissions")),
    {
      const double usual = spells_0 * demand;
      const double all = usual + elective_0 * elective_demand;
      const double all_0 = spells_0 + elective_0;
      const double spells = with_readmissions(usual, rate - rate_0, all);
      spells_now = spells * season;
      volume = spells / spells_0;
      productive = without_readmitted(spells, unproductive, rate, all) /
                   without_readmitted(spells_0, unproductive, rate_0, all_0);
      paid_volume = without_readmitted(spells, 1.0 - paid_share, rate, all) /
                    without_readmitted(spells_0, 1.0 - paid_share, rate_0, all_0);
      discharges = all * season_wau;
      readmissions = rate / 100.0 * discharges;
    })

UOR_NODE(
    planned_work, "clinical.planned_work",
    (UOR_READ(demand, "clinical.elective_demand", "ratio")
     UOR_READ(outpatient_demand, "clinical.outpatient_demand", "ratio")
     UOR_READ(staffing, "clinical.staffing", "ratio")
     UOR_READ(theatres, "clinical.theatre_productivity", "percent")
     UOR_READ(clinics, "clinical.outpatient_productivity", "percent")
     UOR_READ(cancelled, "clinical.cancelled_rate", "ratio")
     UOR_READ(dna, "clinical.dna_rate", "percent")
     UOR_READ(season, "profile.elective", "ratio")
     UOR_READ(season_outpatient, "profile.outpatient", "ratio")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(dna_0, "clinical.dna_rate", "percent")
     UOR_READ_ANCHOR(spells_0, "clinical.elective_spells", "spells")
     UOR_READ_ANCHOR(attendances_0, "clinical.outpatient_attendances", "attendances")
     UOR_READ_ANCHOR(bookings_0, "clinical.outpatient_bookings", "bookings")
     UOR_PARAMETER(cancelled_0, "clinical.cancelled_share")
     UOR_PARAMETER(recovered, "clinical.dna_recovered_share")
     UOR_PARAMETER(cash_share, "clinical.dna_cash_share")
     UOR_PARAMETER(attendance_cost, "clinical.outpatient_cost")),
    (UOR_WRITE(elective_volume, "clinical.elective_volume")
     UOR_WRITE(outpatient_volume, "clinical.outpatient_volume")
     UOR_WRITE(spells_now, "clinical.elective_spells")
     UOR_WRITE(cancelled_spells, "clinical.cancelled_electives")
     UOR_WRITE(attendances, "clinical.outpatient_attendances")
     UOR_WRITE(bookings, "clinical.outpatient_bookings")
     UOR_WRITE(missed, "clinical.missed_bookings")
     UOR_WRITE(cash, "clinical.dna_cash_saving")),
    {
      const double planned = demand * staffing * (1.0 + theatres / 100.0) / (1.0 - cancelled_0);
      elective_volume = planned * (1.0 - cancelled);
      spells_now = spells_0 * elective_volume * season;
      cancelled_spells = spells_0 * planned * cancelled * season;
      const double booked = bookings_0 * outpatient_demand * staffing * (1.0 + clinics / 100.0);
      const double seen = attended(booked, dna_0, dna, recovered);
      outpatient_volume = seen / attendances_0;
      attendances = seen * season_outpatient;
      bookings = booked * season_outpatient;
      missed = bookings * dna / 100.0;
      cash = cash_share * attendance_cost * booked * (dna_0 - dna) / 100.0 * cost_index / 1e6;
    })

UOR_NODE(
    output, "clinical.output",
    (UOR_READ(emergency, "clinical.emergency_volume", "ratio")
     UOR_READ(productive, "clinical.emergency_productive", "ratio")
     UOR_READ(elective, "clinical.elective_volume", "ratio")
     UOR_READ(outpatient, "clinical.outpatient_volume", "ratio")
     UOR_READ(elective_demand, "clinical.elective_demand", "ratio")
     UOR_READ(outpatient_demand, "clinical.outpatient_demand", "ratio")
     UOR_READ(season, "profile.wau", "ratio")
     UOR_READ_ANCHOR(wau_0, "clinical.wau", "WAU")
     UOR_READ_ANCHOR(emergency_weight, "clinical.emergency_weight", "ratio")
     UOR_READ_ANCHOR(elective_weight, "clinical.elective_weight", "ratio")),
    (UOR_WRITE(wau, "clinical.wau")
     UOR_WRITE(activity_index, "clinical.activity_index")
     UOR_WRITE(workload_index, "clinical.workload_index")),
    {
      const Mix mix{emergency_weight, elective_weight, 1.0 - emergency_weight - elective_weight};
      wau = wau_0 * season * of_mix(mix, productive, elective, outpatient);
      activity_index = of_mix(mix, emergency, elective, outpatient);
      workload_index = of_mix(mix, emergency, elective_demand, outpatient_demand);
    })

}  // namespace clinical
// clang-format on
