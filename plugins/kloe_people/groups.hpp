// The four nodes that every staff group has: who is in post, what cover is asked for, who works, what it costs. One
// formula, four groups.
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"
#include "uor/sdk/year_so_far.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace people {
using namespace uor::sdk;

/// Posts, leavers and starters: the only memory of the staff model.
#define PEOPLE_STAFF(group)                                                                             \
  UOR_NODE(                                                                                             \
      staff_##group, "people.staff_" #group,                                                            \
      (UOR_READ_LAG(before, "people.in_post_" #group, "WTE", 1)                                         \
       UOR_READ(vacancy_rate, "people.vacancy_rate", "percent")                                         \
       UOR_READ(leaving, "people.leaving_share", "ratio")                                               \
       UOR_READ(months_to_fill, "people.time_to_fill", "months")                                        \
       UOR_READ_ANCHOR(in_post_0, "people.in_post_" #group, "WTE")                                      \
       UOR_READ_ANCHOR(establishment, "people.establishment_" #group, "WTE")                            \
       UOR_READ_ANCHOR(leaving_0, "people.leaving_share", "ratio")                                      \
       UOR_READ_ANCHOR(months_to_fill_0, "people.time_to_fill", "months")),                             \
      (UOR_WRITE(in_post, "people.in_post_" #group)                                                     \
       UOR_WRITE(leavers, "people.leavers_" #group)                                                     \
       UOR_WRITE(starting, "people.starters_" #group)),                                                 \
      {                                                                                                 \
        leavers = before * leaving;                                                                     \
        const double lasting =                                                                          \
            lasting_vacancies(establishment, vacancy_rate, in_post_0, leaving * months_to_fill,         \
                              leaving_0 * months_to_fill_0);                                    \
        starting = starters(leavers, establishment - before, lasting, months_to_fill);                  \
        in_post = max(before + starting - leavers, 0.0);                                                \
      })

/// Hours needed and who covers them: bank, agency, nobody.
#define PEOPLE_COVER(group)                                                                             \
  UOR_NODE(                                                                                             \
      cover_##group, "people.cover_" #group,                                                            \
      (UOR_READ(in_post, "people.in_post_" #group, "WTE")                                               \
       UOR_READ(starting, "people.starters_" #group, "WTE")                                             \
       UOR_READ(sickness, "people.sickness_level", "percent")                                           \
       UOR_READ(workload, "clinical.workload_index", "ratio")                                           \
       UOR_READ(escalation_beds, "clinical.escalation_beds", "beds")                                    \
       UOR_READ(beds, "clinical.beds", "beds")                                                          \
       UOR_READ(bank_change, "people.bank_fill_change", "percent")                                      \
       UOR_READ(agency_change, "people.agency_volume_change", "percent")                                \
       UOR_READ(group_change, "people.agency_" #group "_change", "percent")                             \
       UOR_READ(noise, "people.agency_noise", "log ratio")                                              \
       UOR_READ_ANCHOR(beds_0, "clinical.beds", "beds")                                                 \
       UOR_READ_ANCHOR(establishment, "people.establishment_" #group, "WTE")                            \
       UOR_READ_ANCHOR(other_need, "people.other_need_" #group, "WTE")                                  \
       UOR_READ_ANCHOR(need_0, "people.need_" #group, "WTE")                                            \
       UOR_READ_ANCHOR(bank_0, "people.bank_staff_" #group, "WTE")                                      \
       UOR_READ_ANCHOR(agency_0, "people.agency_staff_" #group, "WTE")                                  \
       UOR_PARAMETER(backfill, "people.backfill_" #group)                                               \
       UOR_PARAMETER(induction, "people.induction_months")                                              \
       UOR_PARAMETER(load, "people.load_" #group)                                                       \
       UOR_PARAMETER(per_bed, "people.per_bed_" #group)                                                 \
       UOR_PARAMETER(bank_share, "people.bank_share_" #group)                                           \
       UOR_PARAMETER(fill_of_change, "people.fill_of_change")                                           \
       UOR_PARAMETER(to_bank, "people.agency_to_bank")),                                                \
      (UOR_WRITE(need, "people.need_" #group)                                                           \
       UOR_WRITE(bank_asked, "people.bank_asked_" #group)                                               \
       UOR_WRITE(agency_asked, "people.agency_asked_" #group)),                                         \
      {                                                                                                 \
        const double explained =                                                                        \
            gap(establishment - in_post, in_post, sickness, backfill, starting, induction);             \
        const double activity =                                                                         \
            establishment * load * (workload - 1.0) + per_bed * (escalation_beds + beds - beds_0);      \
        need = max(other_need + explained + activity, 0.0);                                             \
        const Cover last_year{bank_0, agency_0};                                                        \
        const double filled_0 = bank_0 + agency_0;                                                      \
        const double filled = filled_of(filled_0, need, need_0, fill_of_change);                        \
        const Cover offered =                                                                           \
            with_bank_change(cover_of(filled, filled_0, last_year, bank_share), bank_change);           \
        const Cover cover =                                                                             \
            with_agency_factor(offered, agency_factor(agency_change, group_change, noise), to_bank);    \
        bank_asked = cover.bank;                                                                        \
        agency_asked = cover.agency;                                                                    \
      })

/// Who works: as asked, or with agency held against the ceiling.
#define PEOPLE_WORKING(group)                                                                           \
  UOR_NODE(                                                                                             \
      working_##group, "people.working_" #group,                                                        \
      (UOR_READ(need, "people.need_" #group, "WTE")                                                     \
       UOR_READ(bank_asked, "people.bank_asked_" #group, "WTE")                                         \
       UOR_READ(agency_asked, "people.agency_asked_" #group, "WTE")                                     \
       UOR_READ(held, "people.agency_held_factor", "ratio")                                             \
       UOR_PARAMETER(to_bank, "people.agency_to_bank")),                                                \
      (UOR_WRITE(bank_staff, "people.bank_staff_" #group)                                               \
       UOR_WRITE(agency_staff, "people.agency_staff_" #group)                                           \
       UOR_WRITE(unfilled, "people.unfilled_" #group)),                                                 \
      {                                                                                                 \
        const Cover cover = with_agency_factor({bank_asked, agency_asked}, held, to_bank);              \
        bank_staff = cover.bank;                                                                        \
        agency_staff = cover.agency;                                                                    \
        unfilled = max(need - bank_staff - agency_staff, 0.0);                                          \
      })

/// Pay is price times whole-time equivalents, for permanent staff, bank and agency.
#define PEOPLE_PAY(group)                                                                               \
  UOR_NODE(                                                                                             \
      pay_of_##group, "people.pay_of_" #group,                                                          \
      (UOR_READ(in_post, "people.in_post_" #group, "WTE")                                               \
       UOR_READ(bank_staff, "people.bank_staff_" #group, "WTE")                                         \
       UOR_READ(agency_staff, "people.agency_staff_" #group, "WTE")                                     \
       UOR_READ(change, "people.change_" #group, "GBP m")                                               \
       UOR_READ(premium_change, "people.agency_premium_change", "percentage points")                    \
       UOR_READ(award_index, "people.award_index", "ratio")                                             \
       UOR_READ(drift_index, "people.drift_index", "ratio")                                             \
       UOR_READ(cost_index, "national.cost_index", "ratio")                                             \
       UOR_READ_ANCHOR(price_0, "people.price_" #group, "GBP m/WTE")                                    \
       UOR_READ_ANCHOR(share, "people.pay_share_" #group, "ratio")                                      \
       UOR_READ_ANCHOR(pay_0, "people.pay_" #group, "GBP m")                                            \
       UOR_READ_ANCHOR(bank_0, "people.bank_" #group, "GBP m")                                          \
       UOR_READ_ANCHOR(agency_0, "people.agency_" #group, "GBP m")                                      \
       UOR_READ_ANCHOR(all_agency_0, "people.agency_spend", "GBP m")                                    \
       UOR_READ_ANCHOR(closed_pay, "finance.closed_pay", "GBP m")                                       \
       UOR_READ_LAG(closed_before, "people.closed_agency_" #group, "GBP m", 1)                          \
       UOR_READ(last_closed, "trust.last_closed_month", "months")                                       \
       UOR_READ(agency_to_date, "trust.agency_to_date", "GBP m")                                        \
       UOR_PARAMETER(half, "people.actuals_half_months")                                                \
       UOR_PARAMETER(premium, "people.agency_premium_" #group)                                          \
       UOR_PARAMETER(agency_over_bank, "people.agency_over_bank")),                                     \
      (UOR_WRITE(price, "people.price_" #group)                                                         \
       UOR_WRITE(paid, "people.paid_" #group)                                                           \
       UOR_WRITE(substantive, "people.substantive_" #group)                                             \
       UOR_WRITE(bank, "people.bank_" #group)                                                           \
       UOR_WRITE(agency, "people.agency_" #group)                                                       \
       UOR_WRITE(closed_agency, "people.closed_agency_" #group)                                         \
       UOR_WRITE(pay, "people.pay_" #group)                                                             \
       UOR_WRITE(real_pay, "people.real_pay_" #group)),                                                 \
      {                                                                                                 \
        const double national = cost_index * award_index;                                               \
        price = price_0 * national * drift_index;                                                       \
        paid = paid_staff(in_post, change * award_index, price);                                        \
        const double months = closed_months(last_closed);                                               \
        const bool closed = is_closed(batch.month, months);                                             \
        const Pay usual = {price * paid, price * bank_price(premium, agency_over_bank) * bank_staff,    \
                           price * agency_price(premium + premium_change) * agency_staff};              \
        const double part = all_agency_0 > 0.0 ? agency_0 / max(all_agency_0, 1e-9) : share;            \
        const double to_date = agency_to_date * part;                                                   \
        const double level = informed(1.0, to_date / max(closed_before, 1e-9),                          \
                                      credibility(batch.month, batch.year, months, half));              \
        const Pay forecast = with_agency(usual, usual.agency * level);                                  \
        const double shown = to_date / max(months, 1.0);                                                \
        const Pay so_far = with_agency(usual, known(shown) ? shown : usual.agency);                     \
        const Pay accounts = pay_of_accounts(closed_pay * share, shown, {pay_0 - bank_0 - agency_0, bank_0, agency_0});\
        const bool whole = closed & (closed_pay > 0.0);                                                 \
        substantive = whole ? accounts.substantive : (closed ? so_far.substantive : forecast.substantive);\
        bank = whole ? accounts.bank : usual.bank;                                                      \
        agency = whole ? accounts.agency : (closed ? so_far.agency : forecast.agency);                  \
        closed_agency = closed_before + (closed ? usual.agency : 0.0);                                  \
        pay = substantive + bank + agency;                                                              \
        real_pay = pay / national;                                                                      \
      })

#define PEOPLE_GROUP_NODES(group) PEOPLE_STAFF(group) PEOPLE_COVER(group) PEOPLE_WORKING(group) PEOPLE_PAY(group)

PEOPLE_GROUP_NODES(doctors)
PEOPLE_GROUP_NODES(nurses)
PEOPLE_GROUP_NODES(ahps)
PEOPLE_GROUP_NODES(other)

}  // namespace people
// clang-format on
