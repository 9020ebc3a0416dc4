// Formulas of people, pure functions of doubles, the same for each staff group. docs/model/people.md has them as
// mathematics with the source of every constant.
//
// Like activity, staffing and pay are kept seasonally adjusted: only sickness absence itself carries its season.
#pragma once

#include "uor/sdk/math.hpp"

namespace people {

using uor::sdk::clamp, uor::sdk::exp, uor::sdk::known, uor::sdk::log, uor::sdk::max, uor::sdk::min, uor::sdk::power;

/// Of a group's last-year pay, what permanent staff is left with at least, however much agency a trust reports.
inline constexpr double least_substantive = 0.05;

/// Monthly hazard of leaving that makes `retention` percent stay for 12 months.
UOR_FORMULA double leaving_hazard(double retention) { return -log(retention / 100.0) / 12.0; }

/// Share that leaves in a month.
UOR_FORMULA double leaving_share(double retention) { return 1.0 - exp(-leaving_hazard(retention)); }

/// Posts that are vacant in the long run: the rate last year's recruitment holds, and the posts that stand empty while
/// leavers are replaced, as far as these differ from last year's.
UOR_FORMULA double lasting_vacancies(double establishment, double vacancy_rate, double in_post_0, double waiting,
                                     double waiting_0) {
  return max(establishment * vacancy_rate / 100.0 + in_post_0 * (waiting - waiting_0), 0.0);
}

/// Starters of a month: leavers are replaced, and the distance to the lasting vacancies closes over the time to fill.
UOR_FORMULA double starters(double leavers, double vacancies, double lasting, double months_to_fill) {
  return max(leavers + (vacancies - lasting) / max(months_to_fill, 1.0), 0.0);
}

/// Hours that somebody must stand in for, in whole-time equivalents: vacancies, the covered part of sickness, starters
/// who are not yet counted in.
UOR_FORMULA double gap(double vacancies, double in_post, double sickness, double backfill, double starters_now,
                       double induction_months) {
  return vacancies + in_post * sickness / 100.0 * backfill + starters_now * induction_months;
}

/// Cover of a month in whole-time equivalents.
struct Cover {
  double bank, agency;
};

/// Hours that bank and agency fill: last year's, and of what is needed beyond last year's the same share for every
/// trust. Were it the trust's own share, a trust with many empty posts would seem to need less agency than one with
/// few.
UOR_FORMULA double filled_of(double filled_0, double need, double need_0, double fill_of_change) {
  return clamp(filled_0 + fill_of_change * (need - need_0), 0.0, max(need, 0.0));
}

/// Bank and agency that fill `filled`, from those that filled `filled_0`: of a change the bank takes its share, agency
/// the rest, and neither falls below nothing.
UOR_FORMULA Cover cover_of(double filled, double filled_0, const Cover& last_year, double bank_share) {
  const double agency = clamp(last_year.agency + (1.0 - bank_share) * (filled - filled_0), 0.0, filled);
  return {filled - agency, agency};
}

/// More (or less) bank by `percent` displaces agency one for one, as far as there is any.
UOR_FORMULA Cover with_bank_change(const Cover& cover, double percent) {
  const double moved = min(cover.bank * percent / 100.0, cover.agency);
  return {cover.bank + moved, cover.agency - moved};
}

/// Agency hours times `factor`: of what is not bought the bank covers `to_bank`, the rest goes uncovered.
UOR_FORMULA Cover with_agency_factor(const Cover& cover, double factor, double to_bank) {
  const double agency = cover.agency * factor;
  return {max(cover.bank + to_bank * (cover.agency - agency), 0.0), agency};
}

/// Agency hours over what need alone asks for: controls common to all groups, the group's own, and noise (0 is none).
UOR_FORMULA double agency_factor(double common_percent, double group_percent, double noise) {
  return (1.0 + common_percent / 100.0) * (1.0 + group_percent / 100.0) * exp(noise);
}

/// What agency hours are multiplied by, so that a month's spend is `over` percent above the ceiling (GBP m a month);
/// 1 below -100 percent.
UOR_FORMULA double held_factor(double over, double ceiling_gbp_m, double asked_gbp_m) {
  const double held = (1.0 + over / 100.0) * ceiling_gbp_m / max(asked_gbp_m, 1e-9);
  return over >= -100.0 ? held : 1.0;
}

/// Price of an hour over that of permanent staff. `premium` is agency's in percent.
UOR_FORMULA double agency_price(double premium) { return max(1.0 + premium / 100.0, 0.1); }
UOR_FORMULA double bank_price(double premium, double agency_over_bank) {
  return agency_price(premium) / (1.0 + agency_over_bank / 100.0);
}

/// Paid permanent staff in whole-time equivalents: those in post, and posts that money (GBP m a month, negative for
/// savings) adds at `price`. Savings cannot take more than nearly all of them.
UOR_FORMULA double paid_staff(double in_post, double money_gbp_m, double price_gbp_m) {
  return max(in_post + money_gbp_m / price_gbp_m, least_substantive * in_post);
}

/// Income that funds what the award costs over the one that tariff and national index assume.
UOR_FORMULA double award_funding(double pay_gbp_m, double award_index, double funded_percent) {
  return funded_percent / 100.0 * pay_gbp_m * (1.0 - 1.0 / award_index);
}

/// A cost per unit now from the one reported: real cost over last year's, units over last year's, national prices.
UOR_FORMULA double cost_per_unit(double reported, double real_cost_12, double real_cost_0, double units_12,
                                 double units_0, double cost_index_12) {
  return reported * (real_cost_12 / real_cost_0) / (units_12 / units_0) * cost_index_12;
}

/// Shares of the clinical groups in pay; what they leave over is everybody else's.
struct Shares {
  double doctors, nurses, ahps;
};

/// From costs per unit (AHP grossed up for community staff that the metric leaves out), held below the whole.
UOR_FORMULA Shares pay_shares(double pay, double doctors, double nurses, double ahps, double community_share,
                              double least_other) {
  const double all_ahps = ahps / (1.0 - community_share);
  const double scale = min(1.0, (1.0 - least_other) * pay / (doctors + nurses + all_ahps));
  return {scale * doctors / pay, scale * nurses / pay, scale * all_ahps / pay};
}

/// Pay of a group, GBP m.
struct Pay {
  double substantive, bank, agency;
};

/// The same pay in all with another agency spend in it; permanent pay gives way, not below nothing.
UOR_FORMULA Pay with_agency(const Pay& pay, double agency) {
  const double most = max(pay.substantive, 0.0) + pay.agency;
  const double spent = min(agency, most);
  return {pay.substantive + (pay.agency - spent), pay.bank, spent};
}

/// Pay of a closed month as the accounts have it, parts that they do not state in last year's proportions.
UOR_FORMULA Pay pay_of_accounts(double whole, double agency, const Pay& last_year) {
  const double all = max(last_year.substantive + last_year.bank + last_year.agency, 1e-9);
  const double spent = known(agency) ? agency : whole * (last_year.agency / all);
  const double bank = (whole - spent) * (last_year.bank / max(last_year.substantive + last_year.bank, 1e-9));
  return {whole - spent - bank, bank, spent};
}

/// A winter's pressure on a rate: as in clinical services, by `share` of the severity.
UOR_FORMULA double winter(double severity, double share, double season, double winter_months) {
  return 1.0 + share * severity / 100.0 * season * winter_months / 12.0;
}

}  // namespace people
