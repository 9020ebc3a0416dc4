// A month of people: absence and prices, then staff, cover and pay of each group, then totals.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace people {

UOR_NODE(
    absence, "people.absence",
    (UOR_READ(rate, "people.sickness_absence_rate", "percent")
     UOR_READ(retention, "people.retention_rate", "percent")
     UOR_READ(noise, "people.sickness_noise", "log ratio")
     UOR_READ(severity, "clinical.winter_severity", "percent")
     UOR_READ(season, "profile.sickness", "ratio")
     UOR_READ(season_winter, "profile.winter", "ratio")
     UOR_PARAMETER(winter_months, "people.winter_months")
     UOR_PARAMETER(winter_share, "people.winter_sickness_share")),
    (UOR_WRITE(level, "people.sickness_level")
     UOR_WRITE(now, "people.sickness_rate")
     UOR_WRITE(hazard, "people.leaving_hazard")
     UOR_WRITE(leaving, "people.leaving_share")),
    {
      level = rate * exp(noise) * winter(severity, winter_share, season_winter, winter_months);
      now = level * season;
      hazard = leaving_hazard(retention);
      leaving = leaving_share(retention);
    })

UOR_NODE(
    pay_prices, "people.pay_prices",
    (UOR_READ(award, "people.pay_award", "percent")
     UOR_READ_LAG(award_last_month, "people.pay_award", "percent", 1)
     UOR_READ(drift, "people.pay_drift", "percent")
     UOR_READ_LAG(award_before, "people.award_index", "ratio", 1)
     UOR_READ_LAG(drift_before, "people.drift_index", "ratio", 1)
     UOR_PARAMETER(assumed, "people.award_assumed")),
    (UOR_WRITE(award_index, "people.award_index")
     UOR_WRITE(drift_index, "people.drift_index")),
    {
      const double of_year_so_far = batch.month_of_year == 1 ? assumed : award_last_month;
      award_index = award_before * ((1.0 + award / 100.0) / (1.0 + of_year_so_far / 100.0));
      drift_index = drift_before * compound(drift, 1.0 / 12.0);
    })

/// What the plan does to permanent pay: savings and pressures by pay, and the two links from other KLOEs.
UOR_NODE(
    planned_change, "people.planned_change",
    (UOR_READ(savings, "finance.savings_pay", "GBP m")
     UOR_READ(pressure, "finance.cost_pressure_pay", "GBP m")
     UOR_READ(sessions_saved, "clinical.dna_cash_saving", "GBP m")
     UOR_READ(pathology, "support.pathology_pay_change", "GBP m")
     UOR_READ_ANCHOR(share_doctors, "people.pay_share_doctors", "ratio")
     UOR_READ_ANCHOR(share_nurses, "people.pay_share_nurses", "ratio")
     UOR_READ_ANCHOR(share_ahps, "people.pay_share_ahps", "ratio")
     UOR_READ_ANCHOR(share_other, "people.pay_share_other", "ratio")),
    (UOR_WRITE(doctors, "people.change_doctors")
     UOR_WRITE(nurses, "people.change_nurses")
     UOR_WRITE(ahps, "people.change_ahps")
     UOR_WRITE(other, "people.change_other")),
    {
      const double net = pressure - savings;
      doctors = net * share_doctors - sessions_saved;
      nurses = net * share_nurses;
      ahps = net * share_ahps;
      other = net * share_other + pathology;
    })

/// Agency hours of all groups by one factor, so that the month's spend stands where the lever holds it.
UOR_NODE(
    agency_control, "people.agency_control",
    (UOR_READ(over, "people.agency_over_ceiling", "percent over ceiling")
     UOR_READ(doctors, "people.agency_asked_doctors", "WTE")
     UOR_READ(nurses, "people.agency_asked_nurses", "WTE")
     UOR_READ(ahps, "people.agency_asked_ahps", "WTE")
     UOR_READ(other, "people.agency_asked_other", "WTE")
     UOR_READ(premium_change, "people.agency_premium_change", "percentage points")
     UOR_READ(award_index, "people.award_index", "ratio")
     UOR_READ(drift_index, "people.drift_index", "ratio")
     UOR_READ(cost_index, "national.cost_index", "ratio")
     UOR_READ_ANCHOR(ceiling, "finance.agency_ceiling", "GBP m")
     UOR_READ_ANCHOR(price_doctors, "people.price_doctors", "GBP m/WTE")
     UOR_READ_ANCHOR(price_nurses, "people.price_nurses", "GBP m/WTE")
     UOR_READ_ANCHOR(price_ahps, "people.price_ahps", "GBP m/WTE")
     UOR_READ_ANCHOR(price_other, "people.price_other", "GBP m/WTE")
     UOR_PARAMETER(premium_doctors, "people.agency_premium_doctors")
     UOR_PARAMETER(premium_nurses, "people.agency_premium_nurses")
     UOR_PARAMETER(premium_ahps, "people.agency_premium_ahps")
     UOR_PARAMETER(premium_other, "people.agency_premium_other")),
    (UOR_WRITE(factor, "people.agency_held_factor")),
    {
      const double at_last_years_prices =
          price_doctors * agency_price(premium_doctors + premium_change) * doctors +
          price_nurses * agency_price(premium_nurses + premium_change) * nurses +
          price_ahps * agency_price(premium_ahps + premium_change) * ahps +
          price_other * agency_price(premium_other + premium_change) * other;
      factor = held_factor(over, ceiling, at_last_years_prices * cost_index * award_index * drift_index);
    })

UOR_NODE(
    totals_of_pay, "people.totals_of_pay",
    (UOR_READ(substantive_doctors, "people.substantive_doctors", "GBP m")
     UOR_READ(substantive_nurses, "people.substantive_nurses", "GBP m")
     UOR_READ(substantive_ahps, "people.substantive_ahps", "GBP m")
     UOR_READ(substantive_other, "people.substantive_other", "GBP m")
     UOR_READ(bank_doctors, "people.bank_doctors", "GBP m")
     UOR_READ(bank_nurses, "people.bank_nurses", "GBP m")
     UOR_READ(bank_ahps, "people.bank_ahps", "GBP m")
     UOR_READ(bank_other, "people.bank_other", "GBP m")
     UOR_READ(agency_doctors, "people.agency_doctors", "GBP m")
     UOR_READ(agency_nurses, "people.agency_nurses", "GBP m")
     UOR_READ(agency_ahps, "people.agency_ahps", "GBP m")
     UOR_READ(agency_other, "people.agency_other", "GBP m")
     UOR_READ(award_index, "people.award_index", "ratio")
     UOR_READ(funded, "people.pay_award_funded_share", "percent")
     UOR_READ(cost_index, "national.cost_index", "ratio")),
    (UOR_WRITE(pay, "people.pay")
     UOR_WRITE(substantive, "people.substantive_pay")
     UOR_WRITE(bank, "people.bank_spend")
     UOR_WRITE(agency, "people.agency_spend")
     UOR_WRITE(real_pay, "people.real_pay")
     UOR_WRITE(award_income, "people.award_income")),
    {
      substantive = substantive_doctors + substantive_nurses + substantive_ahps + substantive_other;
      bank = bank_doctors + bank_nurses + bank_ahps + bank_other;
      agency = agency_doctors + agency_nurses + agency_ahps + agency_other;
      pay = substantive + bank + agency;
      real_pay = pay / (cost_index * award_index);
      award_income = award_funding(pay, award_index, funded);
    })

UOR_NODE(
    totals_of_staff, "people.totals_of_staff",
    (UOR_READ(paid_doctors, "people.paid_doctors", "WTE")
     UOR_READ(paid_nurses, "people.paid_nurses", "WTE")
     UOR_READ(paid_ahps, "people.paid_ahps", "WTE")
     UOR_READ(paid_other, "people.paid_other", "WTE")
     UOR_READ(staff_doctors, "people.in_post_doctors", "WTE")
     UOR_READ(staff_nurses, "people.in_post_nurses", "WTE")
     UOR_READ(staff_ahps, "people.in_post_ahps", "WTE")
     UOR_READ(staff_other, "people.in_post_other", "WTE")
     UOR_READ(leavers_doctors, "people.leavers_doctors", "WTE")
     UOR_READ(leavers_nurses, "people.leavers_nurses", "WTE")
     UOR_READ(leavers_ahps, "people.leavers_ahps", "WTE")
     UOR_READ(leavers_other, "people.leavers_other", "WTE")
     UOR_READ(unfilled_doctors, "people.unfilled_doctors", "WTE")
     UOR_READ(unfilled_nurses, "people.unfilled_nurses", "WTE")
     UOR_READ(unfilled_ahps, "people.unfilled_ahps", "WTE")
     UOR_READ_ANCHOR(posts_doctors, "people.establishment_doctors", "WTE")
     UOR_READ_ANCHOR(posts_nurses, "people.establishment_nurses", "WTE")
     UOR_READ_ANCHOR(posts_ahps, "people.establishment_ahps", "WTE")
     UOR_READ_ANCHOR(posts_other, "people.establishment_other", "WTE")),
    (UOR_WRITE(in_post, "people.in_post")
     UOR_WRITE(leavers, "people.leavers")
     UOR_WRITE(vacant, "people.vacant_share")
     UOR_WRITE(unfilled, "people.unfilled_share")),
    {
      in_post = paid_doctors + paid_nurses + paid_ahps + paid_other;
      leavers = leavers_doctors + leavers_nurses + leavers_ahps + leavers_other;
      const double clinical_posts = posts_doctors + posts_nurses + posts_ahps;
      const double posts = clinical_posts + posts_other;
      vacant = 100.0 * (1.0 - (staff_doctors + staff_nurses + staff_ahps + staff_other) / posts);
      unfilled = 100.0 * (unfilled_doctors + unfilled_nurses + unfilled_ahps) / clinical_posts;
    })

}  // namespace people
// clang-format on
