// Constants of clinical services. Their values, standing and sources are in policies/parameters/clinical.toml.
#pragma once

#include "uor/sdk/declare.hpp"

namespace clinical {
using namespace uor::sdk;

constexpr uor_parameter constant_of(const char* id, const char* unit, const char* title, Range possible) {
  return parameter(
      {.id = id, .unit = unit, .title = title, .possible = possible, .source = "policies/parameters/clinical.toml"});
}

inline constexpr uor_parameter parameters[] = {
    constant_of("clinical.reference_cost_share", "ratio", "Operating cost that is in reference costs", {0.3, 1}),
    constant_of("clinical.emergencies_per_admission", "ratio", "Emergency spells per admission through A&E", {1, 5}),
    constant_of("clinical.electives_per_attendance", "ratio", "Elective spells per outpatient attendance", {0.01, 0.5}),
    constant_of("clinical.day_case_share", "ratio", "Elective spells that are day cases", {0, 0.99}),
    constant_of("clinical.day_case_cost", "GBP", "National cost of a day case", {50, 5000}),
    constant_of("clinical.elective_inpatient_cost", "GBP", "National cost of an elective inpatient spell",
                {500, 20000}),
    constant_of("clinical.emergency_spell_cost", "GBP", "National cost of a non-elective spell", {200, 10000}),
    constant_of("clinical.outpatient_cost", "GBP", "National cost of an outpatient attendance", {20, 1000}),
    constant_of("clinical.elective_stay", "days", "Stay of an elective inpatient without pre-procedure days",
                {0.5, 20}),
    constant_of("clinical.procedure_share", "ratio", "Emergency spells with a procedure", {0, 1}),
    constant_of("clinical.added_stay_share", "ratio", "Stay of a spell that growth or chance adds, over the mean",
                {0, 2}),
    constant_of("clinical.dna_recovered_share", "ratio", "Slots freed by fewer non-attenders that are used", {0, 1}),
    constant_of("clinical.dna_cash_share", "ratio", "Cost of an attendance that a freed slot saves in cash", {0, 1}),
    constant_of("clinical.readmission_unproductive_share", "ratio", "Readmitted spells that are no productive output",
                {0, 1}),
    constant_of("clinical.readmission_paid_share", "ratio", "Readmitted spells that are paid", {0, 1}),
    constant_of("clinical.emergency_baseline", "ratio", "Emergency baseline of the marginal rate, over the plan",
                {0.1, 3}),
    constant_of("clinical.marginal_rate", "ratio", "Tariff paid for emergencies above the baseline", {0, 1}),
    constant_of("clinical.marginal_rate_below", "ratio", "Tariff lost for emergencies below the baseline", {0, 1}),
    constant_of("clinical.other_income_share", "ratio",
                "Tariff income that follows none of the three kinds of activity", {0, 1}),
    constant_of("clinical.occupancy_threshold", "percent", "Occupancy above which planned work is cancelled",
                {50, 110}),
    constant_of("clinical.occupancy_width", "percentage points", "Softness of the threshold", {0.01, 20}),
    constant_of("clinical.cancellation_slope", "ratio", "Rise of cancellations with the square of the excess", {0, 1}),
    constant_of("clinical.bed_dependent_share", "ratio", "Elective spells that a lack of beds can cancel", {0, 1}),
    constant_of("clinical.cancelled_share", "ratio", "Elective spells cancelled last year", {0, 0.5}),
    constant_of("clinical.escalation_slope", "ratio", "Escalation beds per 100 beds and point of excess", {0, 10}),
    constant_of("clinical.winter_months", "months", "Length of winter in the winter profile", {1, 12}),
    constant_of("clinical.winter_stay_share", "ratio", "Rise of stay in a severe winter, over that of spells", {0, 3}),
    constant_of("clinical.unfilled_activity_loss", "ratio", "Planned work lost per hour of staff not covered", {0, 2}),
    constant_of("clinical.national_weight", "ratio", "Weight of the national position in a metric's score", {0.01, 1}),
    constant_of("clinical.peer_weight", "ratio", "Weight of the distance to the peer median", {0, 1}),
    constant_of("clinical.change_weight", "ratio", "Weight of the change over 12 months", {0, 1}),
    constant_of("clinical.peer_points", "score", "Points for an interquartile half-range to the peers", {0, 3}),
    constant_of("clinical.change_points", "score", "Points for improving by an interquartile half-range", {0, 3}),
    constant_of("clinical.evidence_weight", "ratio", "Weight of the prompts in the score", {0, 1}),
    constant_of("clinical.evidence_neutral", "score", "Score of evidence that is not supported", {1, 4}),
    constant_of("clinical.figure_share", "ratio", "Part of a prompt that figures answer, where they answer a part",
                {0, 1}),
    constant_of("clinical.usual_stay", "days", "Stay of emergency spells that delayed days are held against",
                {0.5, 30}),
    constant_of("clinical.delayed_lower", "percent", "Better national quartile of delayed days, of usual bed days",
                {0, 50}),
    constant_of("clinical.delayed_median", "percent", "National median of delayed days, of usual bed days", {0, 50}),
    constant_of("clinical.delayed_upper", "percent", "Worse national quartile of delayed days, of usual bed days",
                {0, 50}),
    constant_of("clinical.weight_preproc_nonelective", "ratio", "Weight of pre-procedure non-elective days", {0, 1}),
    constant_of("clinical.weight_preproc_elective", "ratio", "Weight of pre-procedure elective days", {0, 1}),
    constant_of("clinical.weight_readmissions", "ratio", "Weight of emergency readmissions", {0, 1}),
    constant_of("clinical.weight_dna", "ratio", "Weight of the did-not-attend rate", {0, 1}),
};

}  // namespace clinical
