// Phase 2: how clinical support services score.
#pragma once

#include "tables.hpp"
#include "uor/sdk/metric_node.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace support {

UOR_METRIC_SCORE_NODE(medicines, "support", "top10_medicines_savings_pct", "percent", higher_is_better, value)
UOR_METRIC_SCORE_NODE(tests, "support", "cost_per_test", "GBP", lower_is_better, value)

/// The figures of the prompt on medicines spend: in-tariff medicines per unit among those of all trusts.
UOR_SCORE_NODE(
    score_of_spend, "support.score_of_spend",
    (UOR_READ(per_wau, "support.medicines_per_wau", "GBP")
     UOR_PARAMETER(lower, "support.medicines_lower")
     UOR_PARAMETER(median, "support.medicines_median")
     UOR_PARAMETER(upper, "support.medicines_upper")),
    (UOR_WRITE(score, "support.score_medicines_per_wau")),
    {
      const National national{lower, median, upper};
      score = national_score(per_wau, national, lower_is_better);
    })

UOR_SCORE_NODE(
    score_of_kloe, "support.score",
    (UOR_READ(medicines, "support.score_top10_medicines_savings_pct", "score")
     UOR_READ(tests, "support.score_cost_per_test", "score")
     UOR_READ(collaboration, "support.evidence_collaboration", "score")
     UOR_READ(medicines_spend, "support.evidence_medicines_spend", "score")
     UOR_READ(technology, "support.evidence_technology", "score")
     UOR_READ(spend_score, "support.score_medicines_per_wau", "score")
     UOR_READ(grade, "support.evidence_grade", "ratio")
     UOR_PARAMETER(figures, "support.figure_share")
     UOR_PARAMETER(neutral, "support.evidence_neutral")
     UOR_PARAMETER(evidence_weight, "support.evidence_weight")
     UOR_PARAMETER(weight_medicines, "support.weight_medicines")
     UOR_PARAMETER(weight_tests, "support.weight_tests")),
    (UOR_WRITE(evidence_score, "support.evidence")
     UOR_WRITE(score, "support.score")),
    {
      const double judged_prompts = 3.0 - figures;
      const double judged_sum =
          clamp(collaboration, 1.0, 4.0) + (1.0 - figures) * clamp(medicines_spend, 1.0, 4.0) + clamp(technology, 1.0, 4.0);
      const double supported = judged_prompts * neutral + grade * (judged_sum - judged_prompts * neutral);
      evidence_score = (supported + figures * spend_score) / 3.0;
      const double measured = (weight_medicines * medicines + weight_tests * tests) / (weight_medicines + weight_tests);
      score = clamp(measured + evidence_weight * (evidence_score - measured), 1.0, 4.0);
    })

}  // namespace support
// clang-format on
