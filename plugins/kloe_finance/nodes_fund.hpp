// Sustainability funding, the surplus and the underlying position (docs/model/finance.md, section 7).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    access, "finance.access",
    (UOR_READ(last_year, "trust.ae_four_hour", "percent")
     UOR_READ(change, "finance.access_change", "percentage points")
     UOR_READ(occupancy, "clinical.occupancy", "percent")
     UOR_READ(normal, "clinical.occupancy_normal", "percent")
     UOR_READ(season, "profile.four_hour", nullptr)
     UOR_PARAMETER(slope, "finance.access_occupancy_slope")
     UOR_PARAMETER(national, "finance.access_national")),
    (UOR_WRITE(adjusted, "finance.access_adjusted")
     UOR_WRITE(performance, "finance.access_performance")),
    {
      const double before = known(last_year) ? last_year : national;
      adjusted = clamp(before + change - slope * (occupancy - normal), 0.0, 100.0);
      performance = min(adjusted * season, 100.0);
    })

UOR_NODE(
    fund, "finance.fund",
    (UOR_READ_YTD(surplus, "finance.surplus_before_fund", "GBP m")
     UOR_READ_YTD(total, "finance.control_total", "GBP m")
     UOR_READ_YTD(phased, "finance.plan_fund", "GBP m")
     UOR_READ_YTD(turnover, "finance.turnover", "GBP m")
     UOR_READ_YTD(access, "finance.access_adjusted", "percent")
     UOR_READ(last_year, "trust.ae_four_hour", "percent")
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ_LAG(fund_before, "finance.fund_secured", "GBP m", 1)
     UOR_READ_LAG(access_before, "finance.access_secured", "GBP m", 1)
     UOR_READ_LAG(earned_before, "finance.fund_earned", "GBP m", 1)
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.sustainability_earned_to_date", "GBP m")
     UOR_READ(income_to_date, "trust.income_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ(closed_fund, "finance.closed_fund", "GBP m")
     UOR_PARAMETER(finance_share, "finance.fund_finance_share")
     UOR_PARAMETER(tolerance, "finance.fund_tolerance")
     UOR_PARAMETER(bonus_rate, "finance.incentive_rate")
     UOR_PARAMETER(bonus_limit, "finance.incentive_limit")
     UOR_PARAMETER(standard, "finance.access_standard")
     UOR_PARAMETER(improvement, "finance.access_improvement")
     UOR_PARAMETER(national, "finance.access_national")),
    (UOR_WRITE(gap, "finance.control_total_gap")
     UOR_WRITE(met, "finance.control_total_met")
     UOR_WRITE(access_met, "finance.access_met")
     UOR_WRITE(fund_secured, "finance.fund_secured")
     UOR_WRITE(access_secured, "finance.access_secured")
     UOR_WRITE(earned, "finance.fund_earned")
     UOR_WRITE(flow, "finance.sustainability")),
    {
      const double year_so_far = batch.month_of_year == 1 ? 0.0 : 1.0;
      const bool quarter_end = batch.month_of_year % 3 == 0;
      const double in_march = batch.month_of_year == 12 ? 1.0 : 0.0;
      gap = total - surplus;
      met = control_total_met(surplus, total, tolerance / 100.0 * turnover) ? 1.0 : 0.0;
      const double mean_access = access / batch.month_of_year;
      const double before = known(last_year) ? last_year : national;
      access_met = max(mean_access - standard, mean_access - before - improvement) >= 0.0 ? 1.0 : 0.0;
      const double fund_held = year_so_far * fund_before;
      const double access_held = year_so_far * access_before;
      const double finance_part = fund_earned(met > 0.5, finance_share * phased, fund_held);
      const double access_part = fund_earned(met * access_met > 0.5, (1.0 - finance_share) * phased, access_held);
      const bool stated = any_known(to_date, income_to_date, surplus_to_date, ebitda_to_date);
      const bool closed = is_closed(batch.month, closed_months(last_closed)) & stated;
      fund_secured = closed ? finance_share * closed_fund : (quarter_end ? finance_part : fund_held);
      access_secured = closed ? (1.0 - finance_share) * closed_fund : (quarter_end ? access_part : access_held);
      const double better = incentive(surplus, total, bonus_rate, bonus_limit / 100.0 * turnover);
      const double has_fund = phased > 0.0 ? 1.0 : 0.0;
      const double modelled = finance_part + access_part + in_march * has_fund * accepted * better;
      earned = closed ? closed_fund : modelled;
      flow = earned - year_so_far * earned_before;
    })

UOR_NODE(
    surplus, "finance.surplus",
    (UOR_READ(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ(fund, "finance.sustainability", "GBP m")),
    (UOR_WRITE(after, "finance.surplus")), { after = before_fund + fund; })

UOR_NODE(
    underlying, "finance.underlying",
    (UOR_READ_YTD(surplus, "finance.surplus", "GBP m")
     UOR_READ_YTD(fund, "finance.sustainability", "GBP m")
     UOR_READ_YTD(one_off, "finance.one_off_benefits", "GBP m")
     UOR_READ_YTD(nonrecurrent, "finance.savings_nonrecurrent", "GBP m")
     UOR_READ_YTD(recurrent, "finance.savings_recurrent", "GBP m")
     UOR_READ(recurrent_now, "finance.savings_recurrent", "GBP m")
     UOR_READ_YTD(delivered, "finance.savings_delivered", "GBP m")
     UOR_READ_YTD(planned, "finance.plan_savings", "GBP m")
     UOR_READ_YTD(turnover, "finance.turnover", "GBP m")
     UOR_PARAMETER(limit, "finance.ratio_limit")),
    (UOR_WRITE(full_year, "finance.full_year_effect")
     UOR_WRITE(balance, "finance.underlying_surplus")
     UOR_WRITE(margin, "finance.underlying_margin")
     UOR_WRITE(share, "finance.savings_delivered_share")
     UOR_WRITE(recurrent_share, "finance.recurrent_delivered_share")),
    {
      full_year = batch.month_of_year * recurrent_now - recurrent;
      balance = surplus - fund - one_off - nonrecurrent + full_year;
      margin = margin_percent(balance, turnover, limit);
      share = planned > 1e-9 ? 100.0 * delivered / max(planned, 1e-9) : 100.0;
      recurrent_share = delivered > 1e-9 ? clamp(100.0 * recurrent / max(delivered, 1e-9), 0.0, 100.0) : 100.0;
    })

}  // namespace finance
// clang-format on
