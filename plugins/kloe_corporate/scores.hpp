// Phase 2: how corporate services score (docs/model/corporate.md, section 5).
#pragma once

#include "model.hpp"
#include "parameters.hpp"
#include "uor/sdk/metric_node.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace corporate {

UOR_METRIC_SCORE_NODE(nonpay, "corporate", "nonpay_cost_per_wau", "GBP", lower_is_better, value)
UOR_METRIC_SCORE_NODE(finance, "corporate", "finance_cost_per_100m", "GBP thousand", lower_is_better, value)
UOR_METRIC_SCORE_NODE(hr, "corporate", "hr_cost_per_100m", "GBP thousand", lower_is_better, value)
UOR_METRIC_SCORE_NODE(procurement, "corporate", "procurement_score", "score", higher_is_better, value)
UOR_METRIC_SCORE_NODE(estates, "corporate", "estates_cost_per_m2", "GBP per occupied m2", lower_is_better, value)

/// The prompt on backlog per square metre is derived: the trust's backlog among those of all trusts, both in the prices
/// of the return that they come from.
UOR_SCORE_NODE(
    backlog, "corporate.score_of_backlog",
    (UOR_READ(backlog_gbp_m, "corporate.backlog", "GBP m")
     UOR_READ(area, "corporate.area", "m2")
     UOR_PARAMETER(lower, "corporate.backlog_lower")
     UOR_PARAMETER(median, "corporate.backlog_median")
     UOR_PARAMETER(upper, "corporate.backlog_upper")),
    (UOR_WRITE(score, "corporate.score_backlog")),
    {
      const National national{lower, median, upper};
      score = national_score(1e6 * backlog_gbp_m / max(area, 1.0), national, lower_is_better);
    })

UOR_SCORE_NODE(
    score_of_kloe, "corporate.score",
    (UOR_READ(nonpay, "corporate.score_nonpay_cost_per_wau", "score")
     UOR_READ(finance, "corporate.score_finance_cost_per_100m", "score")
     UOR_READ(hr, "corporate.score_hr_cost_per_100m", "score")
     UOR_READ(procurement, "corporate.score_procurement_score", "score")
     UOR_READ(estates, "corporate.score_estates_cost_per_m2", "score")
     UOR_READ(backlog, "corporate.score_backlog", "score")
     UOR_READ(consolidation, "corporate.evidence_consolidation", "score")
     UOR_READ(buying, "corporate.evidence_procurement", "score")
     UOR_READ(managed, "corporate.evidence_backlog", "score")
     UOR_READ(estate, "corporate.evidence_estate", "score")
     UOR_READ(grade, "corporate.evidence_grade", "ratio")
     UOR_PARAMETER(weight_nonpay, "corporate.weight_nonpay")
     UOR_PARAMETER(weight_finance, "corporate.weight_finance_cost")
     UOR_PARAMETER(weight_hr, "corporate.weight_hr_cost")
     UOR_PARAMETER(weight_procurement, "corporate.weight_procurement")
     UOR_PARAMETER(weight_estates, "corporate.weight_estates")
     UOR_PARAMETER(weight_backlog, "corporate.weight_backlog")
     UOR_PARAMETER(weight_evidence, "corporate.weight_evidence")),
    (UOR_WRITE(evidence, "corporate.evidence")
     UOR_WRITE(score, "corporate.score")),
    {
      const double judged_sum = clamp(consolidation, 1.0, 4.0) + clamp(buying, 1.0, 4.0) + clamp(managed, 1.0, 4.0) +
                                clamp(estate, 1.0, 4.0);
      evidence = supported_evidence(judged_sum / 4.0, grade);
      const double weights = weight_nonpay + weight_finance + weight_hr + weight_procurement + weight_estates +
                             weight_backlog + weight_evidence;
      const double sum = weight_nonpay * nonpay + weight_finance * finance + weight_hr * hr +
                         weight_procurement * procurement + weight_estates * estates + weight_backlog * backlog +
                         weight_evidence * evidence;
      score = clamp(sum / weights, 1.0, 4.0);
    })

}  // namespace corporate
// clang-format on
