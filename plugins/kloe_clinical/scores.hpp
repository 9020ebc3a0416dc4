// Phase 2: how clinical services score.
#pragma once

#include "parameters.hpp"
#include "uor/sdk/metric_node.hpp"
#include "uor/sdk/plugin.hpp"

// Lists of macros without separators are laid out by hand.
// clang-format off
namespace clinical {

UOR_METRIC_SCORE_NODE(nonelective, "clinical", "preproc_nonelective_bed_days", "days", lower_is_better, value)
UOR_METRIC_SCORE_NODE(elective, "clinical", "preproc_elective_bed_days", "days", lower_is_better, value)
UOR_METRIC_SCORE_NODE(readmissions, "clinical", "emergency_readmissions_30d", "percent", lower_is_better, value)
UOR_METRIC_SCORE_NODE(dna, "clinical", "dna_rate", "percent", lower_is_better, value)

/// The figures of the prompt on delayed transfers: the days lost among those of all trusts.
UOR_SCORE_NODE(
    score_of_delays, "clinical.score_of_delays",
    (UOR_READ(share, "clinical.delayed_share", "percent")
     UOR_PARAMETER(lower, "clinical.delayed_lower")
     UOR_PARAMETER(median, "clinical.delayed_median")
     UOR_PARAMETER(upper, "clinical.delayed_upper")),
    (UOR_WRITE(score, "clinical.score_delayed_share")),
    {
      const National national{lower, median, upper};
      score = national_score(share, national, lower_is_better);
    })

UOR_SCORE_NODE(
    score_of_kloe, "clinical.score",
    (UOR_READ(nonelective, "clinical.score_preproc_nonelective_bed_days", "score")
     UOR_READ(elective, "clinical.score_preproc_elective_bed_days", "score")
     UOR_READ(readmissions, "clinical.score_emergency_readmissions_30d", "score")
     UOR_READ(dna, "clinical.score_dna_rate", "score")
     UOR_READ(delayed, "clinical.evidence_delayed_transfers", "score")
     UOR_READ(coordination, "clinical.evidence_coordination", "score")
     UOR_READ(girft, "clinical.evidence_girft", "score")
     UOR_READ(delayed_score, "clinical.score_delayed_share", "score")
     UOR_READ(grade, "clinical.evidence_grade", "ratio")
     UOR_PARAMETER(figures, "clinical.figure_share")
     UOR_PARAMETER(neutral, "clinical.evidence_neutral")
     UOR_PARAMETER(evidence_weight, "clinical.evidence_weight")
     UOR_PARAMETER(weight_nonelective, "clinical.weight_preproc_nonelective")
     UOR_PARAMETER(weight_elective, "clinical.weight_preproc_elective")
     UOR_PARAMETER(weight_readmissions, "clinical.weight_readmissions")
     UOR_PARAMETER(weight_dna, "clinical.weight_dna")),
    (UOR_WRITE(evidence_score, "clinical.evidence")
     UOR_WRITE(score, "clinical.score")),
    {
      const double judged_prompts = 3.0 - figures;
      const double judged_sum =
          (1.0 - figures) * clamp(delayed, 1.0, 4.0) + clamp(coordination, 1.0, 4.0) + clamp(girft, 1.0, 4.0);
      const double supported = judged_prompts * neutral + grade * (judged_sum - judged_prompts * neutral);
      evidence_score = (supported + figures * delayed_score) / 3.0;
      const double weights = weight_nonelective + weight_elective + weight_readmissions + weight_dna;
      const double measured = (weight_nonelective * nonelective + weight_elective * elective +
                               weight_readmissions * readmissions + weight_dna * dna) /
                              weights;
      score = clamp(measured + evidence_weight * (evidence_score - measured), 1.0, 4.0);
    })

}  // namespace clinical
// clang-format on
