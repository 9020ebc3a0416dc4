// The finance KLOE's score: flows first, the balance sheet second (docs/model/finance.md, section 11).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace finance {

UOR_SCORE_NODE(
    flow_parts, "finance.flow_parts",
    (UOR_READ(percent, "finance.support_percent", "percent")
     UOR_READ(drawn_percent, "finance.support_drawn_percent", "percent")
     UOR_READ(so_far, "published.distance_from_plan", "percentage points")
     UOR_READ_ANCHOR(forecast_distance, "finance.forecast_distance", "percentage points")
     UOR_READ_ANCHOR(forecast_given, "finance.forecast_given", "yes=1")
     UOR_READ(last_closed, "trust.last_closed_month", "months")
     UOR_READ(plan_margin, "finance.plan_margin", "percent")
     UOR_READ(last_margin, "finance.last_year_margin", "percent")
     UOR_READ(last_distance, "finance.last_year_distance", "percentage points")
     UOR_READ(underlying, "finance.underlying_margin", "percent")
     UOR_READ_ANCHOR(one_offs, "finance.last_year_one_offs", "percent")
     UOR_READ(delivered, "finance.savings_delivered_share", "percent")
     UOR_READ(recurrent, "finance.recurrent_delivered_share", "percent")
     UOR_PARAMETER(none, "finance.support_score_none")
     UOR_PARAMETER(low, "finance.support_low")
     UOR_PARAMETER(low_score, "finance.support_score_low")
     UOR_PARAMETER(high, "finance.support_high")
     UOR_PARAMETER(high_score, "finance.support_score_high")
     UOR_PARAMETER(severe, "finance.support_severe")
     UOR_PARAMETER(severe_score, "finance.support_score_severe")
     UOR_PARAMETER(drawn_points, "finance.support_drawn_points")
     UOR_PARAMETER(last_year_weight, "finance.last_year_weight")
     UOR_PARAMETER(forecast_weight, "finance.forecast_weight")
     UOR_PARAMETER(improvement_points, "finance.improvement_points")
     UOR_PARAMETER(margin_1, "finance.margin_edge_1")
     UOR_PARAMETER(margin_2, "finance.margin_edge_2")
     UOR_PARAMETER(margin_3, "finance.margin_edge_3")
     UOR_PARAMETER(margin_above, "finance.margin_points_above")
     UOR_PARAMETER(margin_below, "finance.margin_points_below")
     UOR_PARAMETER(distance_1, "finance.distance_edge_1")
     UOR_PARAMETER(distance_2, "finance.distance_edge_2")
     UOR_PARAMETER(distance_3, "finance.distance_edge_3")
     UOR_PARAMETER(delivery_1, "finance.delivery_edge_1")
     UOR_PARAMETER(delivery_2, "finance.delivery_edge_2")
     UOR_PARAMETER(delivery_3, "finance.delivery_edge_3")
     UOR_PARAMETER(recurrent_1, "finance.recurrent_edge_1")
     UOR_PARAMETER(recurrent_2, "finance.recurrent_edge_2")
     UOR_PARAMETER(recurrent_3, "finance.recurrent_edge_3")
     UOR_PARAMETER(recurrent_weight, "finance.recurrent_weight")
     UOR_PARAMETER(underlying_1, "finance.underlying_edge_1")
     UOR_PARAMETER(underlying_2, "finance.underlying_edge_2")
     UOR_PARAMETER(underlying_3, "finance.underlying_edge_3")),
    (UOR_WRITE(part_support, "finance.part_support")
     UOR_WRITE(part_plan, "finance.part_plan")
     UOR_WRITE(part_improvement, "finance.part_improvement")
     UOR_WRITE(part_margin, "finance.part_margin")
     UOR_WRITE(part_savings, "finance.part_savings")
     UOR_WRITE(part_underlying, "finance.part_underlying")),
    {
      const double owed = support_score(percent, {none, low, low_score, high, high_score, severe, severe_score});
      part_support = min(owed - drawn_points * max(drawn_percent, 0.0), 4.0);
      const bool on_the_day = batch.month == closed_months(last_closed);
      const double believed = on_the_day ? forecast_weight * forecast_given : 0.0;
      const double distance = so_far + believed * (forecast_distance - so_far);
      const double this_year = band_score(distance, distance_1, distance_2, distance_3);
      const double year_before = band_score(last_distance, distance_1, distance_2, distance_3);
      part_plan = (1.0 - last_year_weight) * this_year + last_year_weight * year_before;
      const double forecast = plan_margin + distance;
      part_improvement = centred_score(forecast - last_margin, improvement_points);
      part_margin = running_score(forecast, {margin_1, margin_2, margin_3}, {margin_above, margin_below});
      const double by_delivery = band_score(delivered, delivery_1, delivery_2, delivery_3);
      const double by_recurrence = band_score(recurrent, recurrent_1, recurrent_2, recurrent_3);
      part_savings = (1.0 - recurrent_weight) * by_delivery + recurrent_weight * by_recurrence;
      const double before = batch.year < 1.5 ? last_year_weight * one_offs : 0.0;
      part_underlying = band_score(underlying - before, underlying_1, underlying_2, underlying_3);
    })

UOR_SCORE_NODE(
    other_parts, "finance.other_parts",
    (UOR_READ(capacity, "published.capital_service_capacity", "ratio")
     UOR_READ(liquidity, "published.liquidity_days", "days")
     UOR_READ(over, "published.agency_spend", "percent over ceiling")
     UOR_READ(income, "finance.evidence_income", "score")
     UOR_READ(costing, "finance.evidence_costing", "score")
     UOR_READ(consultants, "finance.evidence_consultants", "score")
     UOR_READ(grade, "finance.evidence_grade", "ratio")
     UOR_PARAMETER(capacity_1, "finance.capacity_edge_1")
     UOR_PARAMETER(capacity_2, "finance.capacity_edge_2")
     UOR_PARAMETER(capacity_3, "finance.capacity_edge_3")
     UOR_PARAMETER(liquidity_1, "finance.liquidity_edge_1")
     UOR_PARAMETER(liquidity_2, "finance.liquidity_edge_2")
     UOR_PARAMETER(liquidity_3, "finance.liquidity_edge_3")
     UOR_PARAMETER(agency_1, "finance.agency_edge_1")
     UOR_PARAMETER(agency_2, "finance.agency_edge_2")
     UOR_PARAMETER(agency_3, "finance.agency_edge_3")
     UOR_PARAMETER(weight_capacity, "finance.weight_capacity")
     UOR_PARAMETER(weight_liquidity, "finance.weight_liquidity")),
    (UOR_WRITE(part_balance, "finance.part_balance")
     UOR_WRITE(part_agency, "finance.part_agency")
     UOR_WRITE(evidence, "finance.evidence")),
    {
      const double by_capacity = band_score(capacity, capacity_1, capacity_2, capacity_3);
      const double by_liquidity = band_score(liquidity, liquidity_1, liquidity_2, liquidity_3);
      part_balance =
          (weight_capacity * by_capacity + weight_liquidity * by_liquidity) / (weight_capacity + weight_liquidity);
      part_agency = band_score(over, agency_1, agency_2, agency_3);
      const double judged = clamp(income, 1.0, 4.0) + clamp(costing, 1.0, 4.0) + clamp(consultants, 1.0, 4.0);
      evidence = supported_evidence(judged / 3.0, grade);
    })

UOR_SCORE_NODE(
    kloe_score, "finance.score",
    (UOR_READ(support, "finance.part_support", "score")
     UOR_READ(plan, "finance.part_plan", "score")
     UOR_READ(improvement, "finance.part_improvement", "score")
     UOR_READ(margin, "finance.part_margin", "score")
     UOR_READ(savings, "finance.part_savings", "score")
     UOR_READ(underlying, "finance.part_underlying", "score")
     UOR_READ(balance, "finance.part_balance", "score")
     UOR_READ(agency, "finance.part_agency", "score")
     UOR_READ(evidence, "finance.evidence", "score")
     UOR_PARAMETER(weight_support, "finance.weight_support")
     UOR_PARAMETER(weight_plan, "finance.weight_plan")
     UOR_PARAMETER(weight_improvement, "finance.weight_improvement")
     UOR_PARAMETER(weight_margin, "finance.weight_margin")
     UOR_PARAMETER(weight_savings, "finance.weight_savings")
     UOR_PARAMETER(weight_underlying, "finance.weight_underlying")
     UOR_PARAMETER(weight_capacity, "finance.weight_capacity")
     UOR_PARAMETER(weight_liquidity, "finance.weight_liquidity")
     UOR_PARAMETER(weight_agency, "finance.weight_agency")
     UOR_PARAMETER(weight_evidence, "finance.weight_evidence")),
    (UOR_WRITE(score, "finance.score")),
    {
      const double weight_balance = weight_capacity + weight_liquidity;
      const double sum = weight_support * support + weight_plan * plan + weight_improvement * improvement +
                         weight_margin * margin + weight_savings * savings + weight_underlying * underlying +
                         weight_balance * balance + weight_agency * agency + weight_evidence * evidence;
      const double weights = weight_support + weight_plan + weight_improvement + weight_margin + weight_savings +
                             weight_underlying + weight_balance + weight_agency + weight_evidence;
      score = min(sum / weights, 4.0);
    })

}  // namespace finance
// clang-format on
