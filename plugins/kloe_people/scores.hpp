// Phase 2: how people scores. The group costs explain pay cost per unit, so all four weigh as one metric; retention
// above the upper quartile is no better than at it. Two prompts are derived from figures (agency within the ceiling,
// outlier in sickness and turnover, which the metrics are), the others are judged.
#pragma once

#include "parameters.hpp"
#include "uor/sdk/metric_node.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace people {

UOR_METRIC_SCORE_NODE(retention, "people", "staff_retention_rate", "percent", higher_is_better,
                      min(value, national.upper))
UOR_METRIC_SCORE_NODE(sickness, "people", "sickness_absence_rate", "percent", lower_is_better, value)
UOR_METRIC_SCORE_NODE(pay, "people", "pay_cost_per_wau", "GBP", lower_is_better, value)
UOR_METRIC_SCORE_NODE(doctors, "people", "doctors_cost_per_wau", "GBP", lower_is_better, value)
UOR_METRIC_SCORE_NODE(nurses, "people", "nurses_cost_per_wau", "GBP", lower_is_better, value)
UOR_METRIC_SCORE_NODE(ahps, "people", "ahp_cost_per_wau", "GBP", lower_is_better, value)

/// The figures of the prompt on rota gaps: vacant posts among those of all trusts.
UOR_SCORE_NODE(
    score_of_gaps, "people.score_of_gaps",
    (UOR_READ(vacant, "people.vacant_share", "percent")
     UOR_PARAMETER(lower, "people.vacancy_lower")
     UOR_PARAMETER(median, "people.vacancy_median")
     UOR_PARAMETER(upper, "people.vacancy_upper")),
    (UOR_WRITE(score, "people.score_vacant_share")),
    {
      const National national{lower, median, upper};
      score = national_score(vacant, national, lower_is_better);
    })

UOR_SCORE_NODE(
    score_of_evidence, "people.evidence",
    (UOR_READ(agency_over, "finance.agency_over_at_plan_prices", "percent over ceiling")
     UOR_READ(pay_growth, "people.evidence_pay_growth", "score")
     UOR_READ(temporary_staff, "people.evidence_temporary_staff", "score")
     UOR_READ(rota_gaps, "people.evidence_rota_gaps", "score")
     UOR_READ(rostering, "people.evidence_rostering", "score")
     UOR_READ(skill_mix, "people.evidence_skill_mix", "score")
     UOR_READ(new_roles, "people.evidence_new_roles", "score")
     UOR_READ(job_plans, "people.evidence_job_plans", "score")
     UOR_READ(gaps, "people.score_vacant_share", "score")
     UOR_READ(grade, "people.evidence_grade", "ratio")
     UOR_PARAMETER(figures, "people.figure_share")
     UOR_PARAMETER(neutral, "people.evidence_neutral")
     UOR_PARAMETER(edge_1, "people.agency_edge_1")
     UOR_PARAMETER(edge_2, "people.agency_edge_2")
     UOR_PARAMETER(edge_3, "people.agency_edge_3")),
    (UOR_WRITE(agency, "people.agency_ceiling_score")
     UOR_WRITE(evidence_score, "people.evidence")),
    {
      agency = band_score(agency_over, edge_1, edge_2, edge_3);
      const double judged_prompts = 7.0 - figures;
      const double judged_sum = clamp(pay_growth, 1.0, 4.0) + clamp(temporary_staff, 1.0, 4.0) +
                                (1.0 - figures) * clamp(rota_gaps, 1.0, 4.0) + clamp(rostering, 1.0, 4.0) +
                                clamp(skill_mix, 1.0, 4.0) + clamp(new_roles, 1.0, 4.0) + clamp(job_plans, 1.0, 4.0);
      const double supported = judged_prompts * neutral + grade * (judged_sum - judged_prompts * neutral);
      evidence_score = (agency + supported + figures * gaps) / 8.0;
    })

UOR_SCORE_NODE(
    score_of_kloe, "people.score",
    (UOR_READ(retention, "people.score_staff_retention_rate", "score")
     UOR_READ(sickness, "people.score_sickness_absence_rate", "score")
     UOR_READ(pay, "people.score_pay_cost_per_wau", "score")
     UOR_READ(doctors, "people.score_doctors_cost_per_wau", "score")
     UOR_READ(nurses, "people.score_nurses_cost_per_wau", "score")
     UOR_READ(ahps, "people.score_ahp_cost_per_wau", "score")
     UOR_READ(evidence_score, "people.evidence", "score")
     UOR_PARAMETER(evidence_weight, "people.evidence_weight")
     UOR_PARAMETER(group_share, "people.group_share")
     UOR_PARAMETER(weight_retention, "people.weight_retention")
     UOR_PARAMETER(weight_sickness, "people.weight_sickness")
     UOR_PARAMETER(weight_pay, "people.weight_pay")),
    (UOR_WRITE(score, "people.score")),
    {
      const double costs = (1.0 - group_share) * pay + group_share * (doctors + nurses + ahps) / 3.0;
      const double measured_score = (weight_retention * retention + weight_sickness * sickness + weight_pay * costs) /
                                    (weight_retention + weight_sickness + weight_pay);
      score = clamp(measured_score + evidence_weight * (evidence_score - measured_score), 1.0, 4.0);
    })

}  // namespace people
// clang-format on
