// Month 0 as it is scored: last year's outturn against the year before, and what the trust forecasts for this year
// (docs/model/finance.md, section 2).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

/// The year before the outturn is known where it is reported; else there is no change from it.
UOR_ANCHOR_NODE(
    anchor_year_before, "finance.anchor_year_before",
    (UOR_READ(margin, "metric.ie_margin", "percent")
     UOR_READ(distance, "metric.distance_from_plan", "percentage points")
     UOR_READ(over, "metric.agency_spend", "percent over ceiling")
     UOR_READ(margin_reported, "trust.ie_margin_year_ago", "percent")
     UOR_READ(distance_reported, "trust.distance_from_plan_year_ago", "percentage points")),
    (UOR_WRITE(last_margin, "finance.last_year_margin")
     UOR_WRITE(last_distance, "finance.last_year_distance")
     UOR_WRITE(plan_margin, "finance.plan_margin")
     UOR_WRITE(over_at_plan_prices, "finance.agency_over_at_plan_prices")),
    {
      last_margin = known(margin_reported) ? margin_reported : margin;
      last_distance = known(distance_reported) ? distance_reported : distance;
      plan_margin = margin - distance;
      over_at_plan_prices = over;
    })

/// Last year's savings are taken to be as large, as recurrent and as late in the year as this year's programme; what was
/// delivered of them is reported or drawn.
UOR_ANCHOR_NODE(
    anchor_underlying, "finance.anchor_underlying",
    (UOR_READ(surplus, "finance.surplus", "GBP m")
     UOR_READ(fund, "finance.sustainability", "GBP m")
     UOR_READ(turnover, "finance.turnover", "GBP m")
     UOR_READ(one_offs, "trust.one_offs", "GBP m")
     UOR_READ(record, "trust.savings_delivered_last_year", "percent")
     UOR_READ(delivery, "finance.savings_delivery", "percent")
     UOR_READ(recurrent, "finance.recurrent_share", "percent")
     UOR_READ(savings_mean, "finance.plan_savings_mean", "GBP m")
     UOR_READ(lasting_pace, "finance.plan_lasting_pace", "GBP m")
     UOR_PARAMETER(most, "finance.savings_most_delivery")
     UOR_PARAMETER(limit, "finance.ratio_limit")),
    (UOR_WRITE(share, "finance.savings_delivered_share")
     UOR_WRITE(recurrent_share, "finance.recurrent_delivered_share")
     UOR_WRITE(margin, "finance.underlying_margin")),
    {
      share = known(record) ? record : clamp(delivery, 0.0, most);
      recurrent_share = clamp(recurrent, 0.0, 100.0);
      const double delivered = share / 100.0 * 12.0 * savings_mean;
      const double lasting = recurrent_share / 100.0 * delivered;
      const double full_year = share / 100.0 * 12.0 * lasting_pace - lasting;
      const double items = known(one_offs) ? one_offs : 0.0;
      const double balance = 12.0 * (surplus - fund) - items - (delivered - lasting) + full_year;
      margin = margin_percent(balance, 12.0 * turnover, limit);
    })

/// What the trust itself expects at the end of the year, as a distance from its plan.
UOR_ANCHOR_NODE(
    anchor_forecast, "finance.anchor_forecast",
    (UOR_READ(forecast, "trust.forecast_surplus", "GBP m")
     UOR_READ(planned_surplus, "trust.planned_surplus", "GBP m")
     UOR_READ(allocation, "finance.sustainability_allocation", "GBP m")
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ(improvement, "finance.planned_improvement", "percent")
     UOR_READ(before_fund, "finance.surplus_before_fund", "GBP m")
     UOR_READ(income, "finance.income_base", "GBP m")
     UOR_READ(distance, "metric.distance_from_plan", "percentage points")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_PARAMETER(limit, "finance.ratio_limit")),
    (UOR_WRITE(expected, "finance.forecast_distance")
     UOR_WRITE(given, "finance.forecast_given")),
    {
      const double planned = 12.0 * control_total(planned_surplus, before_fund, income, improvement, 1.0) +
                             accepted * allocation;
      const double apart = margin_percent(forecast - planned, 12.0 * income, limit);
      const double open = closed_months(last_closed) < 12.0 ? 1.0 : 0.0;  // a closed year has its result
      given = known(forecast) ? open : 0.0;
      expected = known(forecast) ? apart : distance;
    })

}  // namespace finance
// clang-format on
