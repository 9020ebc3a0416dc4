// The five finance metrics, year to date, and the finance score (docs/model/finance.md, sections 9 and 10).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_NODE(
    metrics, "finance.metrics",
    (UOR_READ_YTD(turnover, "finance.turnover", "GBP m")
     UOR_READ_YTD(fund, "finance.sustainability", "GBP m")
     UOR_READ_YTD(opex, "finance.opex", "GBP m")
     UOR_READ_YTD(surplus, "finance.surplus", "GBP m")
     UOR_READ_YTD(interest, "finance.interest", "GBP m")
     UOR_READ_YTD(pdc, "finance.pdc_dividend", "GBP m")
     UOR_READ_YTD(principal, "finance.principal", "GBP m")
     UOR_READ_YTD(plan_turnover, "finance.plan_turnover", "GBP m")
     UOR_READ_YTD(plan_total, "finance.control_total", "GBP m")
     UOR_READ_YTD(plan_fund, "finance.plan_fund", "GBP m")
     UOR_READ(working_capital, "finance.working_capital", "GBP m")
     UOR_READ_ANCHOR(offset, "finance.capacity_offset", "ratio")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(ebitda_to_date, "trust.ebitda_to_date", "GBP m")
     UOR_READ(surplus_to_date, "trust.surplus_to_date", "GBP m")
     UOR_PARAMETER(least_service, "finance.least_capital_service")
     UOR_PARAMETER(limit, "finance.ratio_limit")
     UOR_PARAMETER(lower, "finance.capacity_lower")
     UOR_PARAMETER(upper, "finance.capacity_upper")),
    (UOR_WRITE(capacity, "metric.capital_service_capacity")
     UOR_WRITE(liquidity, "metric.liquidity_days")
     UOR_WRITE(margin, "metric.ie_margin")
     UOR_WRITE(distance, "metric.distance_from_plan")),
    {
      const bool accounts = (batch.year < 2) & any_known(ebitda_to_date, surplus_to_date);
      const double closed = accounts ? min(closed_months(last_closed), batch.month_of_year) : 0.0;
      const double forecast_part = 1.0 - closed / batch.month_of_year;  // accounts leave nothing unexplained
      capacity = forecast_part * offset + capital_service_capacity(turnover + fund - opex, interest + pdc + principal,
                                                                   least_service, lower, upper);
      liquidity = liquidity_days(working_capital, opex, batch.month_of_year, limit);
      margin = margin_percent(surplus, turnover + fund, limit);
      distance = margin - margin_percent(plan_total + plan_fund, plan_turnover + plan_fund, limit);
    })

/// Agency spend as the ceiling sees it: what is reported in closed months, whoever computes it.
UOR_NODE(
    agency_flow, "finance.agency_flow",
    (UOR_READ(modelled, "people.agency_spend", "GBP m")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(to_date, "trust.agency_to_date", "GBP m")),
    (UOR_WRITE(spend, "finance.agency_spend")),
    {
      const double months = closed_months(last_closed);
      spend = as_closed(is_closed(batch.month, months), to_date, months, modelled);
    })

UOR_NODE(
    agency, "finance.agency",
    (UOR_READ_YTD(spend, "finance.agency_spend", "GBP m")
     UOR_READ_YTD(price_factor, "finance.price_factor", "ratio")
     UOR_READ(held, "finance.agency_held", "percent over ceiling")
     UOR_READ_ANCHOR(ceiling, "finance.agency_ceiling", "GBP m")
     UOR_PARAMETER(least, "finance.least_ceiling")
     UOR_PARAMETER(limit, "finance.agency_limit")),
    (UOR_WRITE(over, "metric.agency_spend")
     UOR_WRITE(over_at_plan_prices, "finance.agency_over_at_plan_prices")),
    {
      const double months = batch.month_of_year;
      const double least_so_far = least / 12.0 * months;
      const double at_plan_prices = spend * months / price_factor;
      over = held < -100.0 ? over_ceiling(spend, ceiling * months, least_so_far, limit) : held;
      over_at_plan_prices = held < -100.0 ? over_ceiling(at_plan_prices, ceiling * months, least_so_far, limit) : held;
    })

UOR_NODE(
    trailing, "finance.trailing",
    (UOR_READ_SUM(surplus, "finance.surplus", "GBP m", 0, 12)
     UOR_READ_SUM(turnover, "finance.turnover", "GBP m", 0, 12)
     UOR_READ_SUM(fund, "finance.sustainability", "GBP m", 0, 12)
     UOR_PARAMETER(limit, "finance.ratio_limit")),
    (UOR_WRITE(margin, "finance.ie_margin_12m")), { margin = margin_percent(surplus, turnover + fund, limit); })

/// What counts as last year: the outturn of the March before.
UOR_NODE(
    last_year, "finance.last_year",
    (UOR_READ_LAG(margin_before, "metric.ie_margin", "percent", 1)
     UOR_READ_LAG(distance_before, "metric.distance_from_plan", "percentage points", 1)
     UOR_READ_LAG(held_margin, "finance.last_year_margin", "percent", 1)
     UOR_READ_LAG(held_distance, "finance.last_year_distance", "percentage points", 1)),
    (UOR_WRITE(margin, "finance.last_year_margin")
     UOR_WRITE(distance, "finance.last_year_distance")),
    {
      margin = batch.month_of_year == 1 ? margin_before : held_margin;
      distance = batch.month_of_year == 1 ? distance_before : held_distance;
    })

UOR_NODE(
    metric_bands, "finance.metric_bands",
    (UOR_READ(capacity, "metric.capital_service_capacity", "ratio")
     UOR_READ(liquidity, "metric.liquidity_days", "days")
     UOR_READ(margin, "metric.ie_margin", "percent")
     UOR_READ(distance, "metric.distance_from_plan", "percentage points")
     UOR_READ(over, "metric.agency_spend", "percent over ceiling")
     UOR_PARAMETER(capacity_1, "finance.capacity_edge_1")
     UOR_PARAMETER(capacity_2, "finance.capacity_edge_2")
     UOR_PARAMETER(capacity_3, "finance.capacity_edge_3")
     UOR_PARAMETER(liquidity_1, "finance.liquidity_edge_1")
     UOR_PARAMETER(liquidity_2, "finance.liquidity_edge_2")
     UOR_PARAMETER(liquidity_3, "finance.liquidity_edge_3")
     UOR_PARAMETER(margin_1, "finance.margin_edge_1")
     UOR_PARAMETER(margin_2, "finance.margin_edge_2")
     UOR_PARAMETER(margin_3, "finance.margin_edge_3")
     UOR_PARAMETER(distance_1, "finance.distance_edge_1")
     UOR_PARAMETER(distance_2, "finance.distance_edge_2")
     UOR_PARAMETER(distance_3, "finance.distance_edge_3")
     UOR_PARAMETER(agency_1, "finance.agency_edge_1")
     UOR_PARAMETER(agency_2, "finance.agency_edge_2")
     UOR_PARAMETER(agency_3, "finance.agency_edge_3")
     UOR_PARAMETER(tolerance, "finance.edge_tolerance")),
    (UOR_WRITE(of_capacity, "finance.score_capital_service_capacity")
     UOR_WRITE(of_liquidity, "finance.score_liquidity_days")
     UOR_WRITE(of_margin, "finance.score_ie_margin")
     UOR_WRITE(of_distance, "finance.score_distance_from_plan")
     UOR_WRITE(of_agency, "finance.score_agency_spend")),
    {
      of_capacity = score_capital_service(capacity, {capacity_1, capacity_2, capacity_3}, tolerance);
      of_liquidity = score_liquidity(liquidity, {liquidity_1, liquidity_2, liquidity_3}, tolerance);
      of_margin = score_margin(margin, {margin_1, margin_2, margin_3}, tolerance);
      of_distance = score_distance(distance, {distance_1, distance_2, distance_3}, tolerance);
      of_agency = score_agency(over, {agency_1, agency_2, agency_3}, tolerance);
    })

UOR_NODE(
    overall_score, "finance.finance_score",
    (UOR_READ(capacity, "finance.score_capital_service_capacity", "score")
     UOR_READ(liquidity, "finance.score_liquidity_days", "score")
     UOR_READ(margin, "finance.score_ie_margin", "score")
     UOR_READ(distance, "finance.score_distance_from_plan", "score")
     UOR_READ(agency, "finance.score_agency_spend", "score")
     UOR_READ(accepted, "finance.control_total_accepted", "yes=1")
     UOR_READ_YTD(plan_total, "finance.control_total", "GBP m")
     UOR_READ_YTD(plan_fund, "finance.plan_fund", "GBP m")
     UOR_READ(measures, "trust.financial_special_measures", "yes=1")
     UOR_PARAMETER(any_four, "finance.best_with_a_four")
     UOR_PARAMETER(deficit, "finance.best_deficit_not_accepted")
     UOR_PARAMETER(in_surplus, "finance.best_surplus_not_accepted")
     UOR_PARAMETER(special, "finance.best_in_special_measures")),
    (UOR_WRITE(overall, "finance.finance_score")),
    {
      const bool bound = batch.month > 0;  // by this year's control total, which last year's outturn is not
      overall = finance_score(capacity, liquidity, margin, distance, agency, accepted > 0.5 || !bound,
                              plan_total + plan_fund < 0.0, measures > 0.5, {any_four, deficit, in_surplus, special});
    })

}  // namespace finance
// clang-format on
