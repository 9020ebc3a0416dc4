// Month 0 of people: last year's average month.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace people {

UOR_ANCHOR_NODE(
    last_year_shares, "people.last_year_shares",
    (UOR_READ(pay_cost, "trust.pay_cost_per_wau", "GBP")
     UOR_READ(doctors_cost, "trust.doctors_cost_per_wau", "GBP")
     UOR_READ(nurses_cost, "trust.nurses_cost_per_wau", "GBP")
     UOR_READ(ahps_cost, "trust.ahp_cost_per_wau", "GBP")
     UOR_PARAMETER(community_share, "people.community_share_ahps")
     UOR_PARAMETER(least_other, "people.least_other_share")),
    (UOR_WRITE(doctors, "people.pay_share_doctors")
     UOR_WRITE(nurses, "people.pay_share_nurses")
     UOR_WRITE(ahps, "people.pay_share_ahps")
     UOR_WRITE(other, "people.pay_share_other")),
    {
      const Shares shares = pay_shares(pay_cost, doctors_cost, nurses_cost, ahps_cost, community_share, least_other);
      doctors = shares.doctors;
      nurses = shares.nurses;
      ahps = shares.ahps;
      other = 1.0 - doctors - nurses - ahps;
    })

/// Agency and bank in proportion to each group's pay and its weight.
#define PEOPLE_TEMPORARY_SPEND(kind, spend)                                                            \
  UOR_ANCHOR_NODE(                                                                                     \
      last_year_##kind, "people.last_year_" #kind,                                                     \
      (UOR_READ(yearly, spend, "GBP m")                                                                \
       UOR_READ(share_doctors, "people.pay_share_doctors", "ratio")                                    \
       UOR_READ(share_nurses, "people.pay_share_nurses", "ratio")                                      \
       UOR_READ(share_ahps, "people.pay_share_ahps", "ratio")                                          \
       UOR_READ(share_other, "people.pay_share_other", "ratio")                                        \
       UOR_PARAMETER(weight_doctors, "people." #kind "_weight_doctors")                                \
       UOR_PARAMETER(weight_nurses, "people." #kind "_weight_nurses")                                  \
       UOR_PARAMETER(weight_ahps, "people." #kind "_weight_ahps")                                      \
       UOR_PARAMETER(weight_other, "people." #kind "_weight_other")),                                  \
      (UOR_WRITE(doctors, "people." #kind "_doctors")                                                  \
       UOR_WRITE(nurses, "people." #kind "_nurses")                                                    \
       UOR_WRITE(ahps, "people." #kind "_ahps")                                                        \
       UOR_WRITE(other, "people." #kind "_other")                                                      \
       UOR_WRITE(all, "people." #kind "_spend")),                                                      \
      {                                                                                                \
        all = yearly / 12.0;                                                                           \
        const double sum = weight_doctors * share_doctors + weight_nurses * share_nurses +             \
                           weight_ahps * share_ahps + weight_other * share_other;                      \
        doctors = all * weight_doctors * share_doctors / sum;                                          \
        nurses = all * weight_nurses * share_nurses / sum;                                             \
        ahps = all * weight_ahps * share_ahps / sum;                                                   \
        other = all * weight_other * share_other / sum;                                                \
      })

PEOPLE_TEMPORARY_SPEND(agency, "trust.agency_spend_gbp_m")
PEOPLE_TEMPORARY_SPEND(bank, "trust.bank_spend")

UOR_ANCHOR_NODE(
    last_year_staff, "people.last_year_staff",
    (UOR_READ(fte_staff, "trust.fte_staff", "WTE")
     UOR_READ(fte_doctors, "trust.fte_doctors", "WTE")
     UOR_READ(fte_nurses, "trust.fte_nurses", "WTE")
     UOR_READ(fte_scientific, "trust.fte_ahps", "WTE")
     UOR_PARAMETER(ahp_share, "people.ahp_share_of_scientific")),
    (UOR_WRITE(doctors, "people.in_post_doctors")
     UOR_WRITE(nurses, "people.in_post_nurses")
     UOR_WRITE(ahps, "people.in_post_ahps")
     UOR_WRITE(other, "people.in_post_other")
     UOR_WRITE(all, "people.in_post")),
    {
      doctors = fte_doctors;
      nurses = fte_nurses;
      ahps = ahp_share * fte_scientific;
      other = max(fte_staff - doctors - nurses - ahps, 0.1 * fte_staff);
      all = doctors + nurses + ahps + other;
    })

#define PEOPLE_LAST_YEAR(group)                                                                            \
  UOR_ANCHOR_NODE(                                                                                         \
      last_year_##group, "people.last_year_" #group,                                                       \
      (UOR_READ(pay_a_year, "trust.employee_expenses", "GBP m")                                            \
       UOR_READ(share, "people.pay_share_" #group, "ratio")                                                \
       UOR_READ(agency, "people.agency_" #group, "GBP m")                                                  \
       UOR_READ(bank, "people.bank_" #group, "GBP m")                                                      \
       UOR_READ(in_post, "people.in_post_" #group, "WTE")                                                  \
       UOR_READ(vacancy_rate, "people.vacancy_rate", "percent")                                            \
       UOR_READ(retention, "people.retention_rate", "percent")                                             \
       UOR_READ(sickness, "people.sickness_absence_rate", "percent")                                       \
       UOR_PARAMETER(premium, "people.agency_premium_" #group)                                             \
       UOR_PARAMETER(agency_over_bank, "people.agency_over_bank")                                          \
       UOR_PARAMETER(backfill, "people.backfill_" #group)                                                  \
       UOR_PARAMETER(induction, "people.induction_months")                                                 \
       UOR_PARAMETER(least_unfilled, "people.least_unfilled")),                                            \
      (UOR_WRITE(substantive, "people.substantive_" #group)                                                \
       UOR_WRITE(pay, "people.pay_" #group)                                                                \
       UOR_WRITE(closed_agency, "people.closed_agency_" #group)                                            \
       UOR_WRITE(real_pay, "people.real_pay_" #group)                                                      \
       UOR_WRITE(price, "people.price_" #group)                                                            \
       UOR_WRITE(establishment, "people.establishment_" #group)                                            \
       UOR_WRITE(need, "people.need_" #group)                                                              \
       UOR_WRITE(other_need, "people.other_need_" #group)                                                  \
       UOR_WRITE(bank_staff, "people.bank_staff_" #group)                                                  \
       UOR_WRITE(agency_staff, "people.agency_staff_" #group)                                              \
       UOR_WRITE(unfilled, "people.unfilled_" #group)),                                                    \
      {                                                                                                    \
        const double whole = pay_a_year / 12.0 * share;                                                    \
        substantive = max(whole - agency - bank, least_substantive * whole);                               \
        pay = substantive + bank + agency;                                                                 \
        real_pay = pay;                                                                                    \
        closed_agency = 0.0;                                                                               \
        price = substantive / in_post;                                                                     \
        agency_staff = agency / (price * agency_price(premium));                                           \
        bank_staff = bank / (price * bank_price(premium, agency_over_bank));                               \
        establishment = in_post / (1.0 - vacancy_rate / 100.0);                                            \
        const double explained = gap(establishment - in_post, in_post, sickness, backfill,                 \
                                     in_post * leaving_share(retention), induction);                       \
        need = max(max(explained, (bank_staff + agency_staff) / (1.0 - least_unfilled)), 1e-6 * in_post);  \
        other_need = need - explained;                                                                     \
        unfilled = need - bank_staff - agency_staff;                                                       \
      })

PEOPLE_LAST_YEAR(doctors)
PEOPLE_LAST_YEAR(nurses)
PEOPLE_LAST_YEAR(ahps)
PEOPLE_LAST_YEAR(other)

UOR_ANCHOR_NODE(
    last_year_totals, "people.last_year_totals",
    (UOR_READ(doctors, "people.pay_doctors", "GBP m")
     UOR_READ(nurses, "people.pay_nurses", "GBP m")
     UOR_READ(ahps, "people.pay_ahps", "GBP m")
     UOR_READ(other, "people.pay_other", "GBP m")
     UOR_READ(unfilled_doctors, "people.unfilled_doctors", "WTE")
     UOR_READ(unfilled_nurses, "people.unfilled_nurses", "WTE")
     UOR_READ(unfilled_ahps, "people.unfilled_ahps", "WTE")
     UOR_READ(posts_doctors, "people.establishment_doctors", "WTE")
     UOR_READ(posts_nurses, "people.establishment_nurses", "WTE")
     UOR_READ(posts_ahps, "people.establishment_ahps", "WTE")
     UOR_READ(agency, "people.agency_spend", "GBP m")
     UOR_READ(bank, "people.bank_spend", "GBP m")
     UOR_READ(retention, "people.retention_rate", "percent")
     UOR_READ(in_post, "people.in_post", "WTE")
     UOR_READ(sickness, "people.sickness_absence_rate", "percent")
     UOR_READ(vacancy_rate, "people.vacancy_rate", "percent")),
    (UOR_WRITE(pay, "people.pay")
     UOR_WRITE(vacant, "people.vacant_share")
     UOR_WRITE(real_pay, "people.real_pay")
     UOR_WRITE(substantive, "people.substantive_pay")
     UOR_WRITE(unfilled_share, "people.unfilled_share")
     UOR_WRITE(leavers, "people.leavers")
     UOR_WRITE(hazard, "people.leaving_hazard")
     UOR_WRITE(leaving, "people.leaving_share")
     UOR_WRITE(sickness_rate, "people.sickness_rate")
     UOR_WRITE(award_index, "people.award_index")
     UOR_WRITE(drift_index, "people.drift_index")
     UOR_WRITE(award_income, "people.award_income")),
    {
      pay = doctors + nurses + ahps + other;
      vacant = vacancy_rate;
      real_pay = pay;
      substantive = pay - agency - bank;
      unfilled_share = 100.0 * (unfilled_doctors + unfilled_nurses + unfilled_ahps) /
                       (posts_doctors + posts_nurses + posts_ahps);
      leaving = leaving_share(retention);
      leavers = in_post * leaving;
      hazard = leaving_hazard(retention);
      sickness_rate = sickness;
      award_index = 1.0;
      drift_index = 1.0;
      award_income = 0.0;
    })

UOR_ANCHOR_NODE(
    last_year_metrics, "people.last_year_metrics",
    (UOR_READ(retention, "people.retention_rate", "percent")
     UOR_READ(sickness, "people.sickness_absence_rate", "percent")
     UOR_READ(pay_cost, "trust.pay_cost_per_wau", "GBP")
     UOR_READ(doctors_cost, "trust.doctors_cost_per_wau", "GBP")
     UOR_READ(nurses_cost, "trust.nurses_cost_per_wau", "GBP")
     UOR_READ(ahps_cost, "trust.ahp_cost_per_wau", "GBP")),
    (UOR_WRITE(metric_retention, "metric.staff_retention_rate")
     UOR_WRITE(metric_sickness, "metric.sickness_absence_rate")
     UOR_WRITE(metric_pay, "metric.pay_cost_per_wau")
     UOR_WRITE(metric_doctors, "metric.doctors_cost_per_wau")
     UOR_WRITE(metric_nurses, "metric.nurses_cost_per_wau")
     UOR_WRITE(metric_ahps, "metric.ahp_cost_per_wau")),
    {
      metric_retention = retention;
      metric_sickness = sickness;
      metric_pay = pay_cost;
      metric_doctors = doctors_cost;
      metric_nurses = nurses_cost;
      metric_ahps = ahps_cost;
    })

}  // namespace people
// clang-format on
