// Constants of people. Their values, standing and sources are in policies/parameters/people.toml.
#pragma once

#include "uor/sdk/declare.hpp"

namespace people {
using namespace uor::sdk;

constexpr uor_parameter constant_of(const char* id, const char* unit, const char* title, Range possible) {
  return parameter(
      {.id = id, .unit = unit, .title = title, .possible = possible, .source = "policies/parameters/people.toml"});
}

/// What is the same for each group, by the group's name.
#define PEOPLE_GROUP_PARAMETERS(group)                                                                                 \
  constant_of("people.agency_weight_" #group, "ratio", "Agency of " #group ": share of pay over the mean",             \
              {0.01, 10}),                                                                                             \
      constant_of("people.bank_weight_" #group, "ratio", "Bank of " #group ": share of pay over the mean",             \
                  {0.01, 10}),                                                                                         \
      constant_of("people.agency_premium_" #group, "percent", "Agency of " #group " over permanent cost", {-50, 300}), \
      constant_of("people.bank_share_" #group, "ratio", "Change of cover that bank takes, " #group, {0, 1}),           \
      constant_of("people.backfill_" #group, "ratio", "Sickness that is covered, " #group, {0, 1}),                    \
      constant_of("people.load_" #group, "ratio", "Need of " #group " per growth of activity", {0, 2}),                \
      constant_of("people.per_bed_" #group, "WTE/bed", "Staff for a bed, " #group, {0, 5})

inline constexpr uor_parameter parameters[] = {
    PEOPLE_GROUP_PARAMETERS(doctors),
    PEOPLE_GROUP_PARAMETERS(nurses),
    PEOPLE_GROUP_PARAMETERS(ahps),
    PEOPLE_GROUP_PARAMETERS(other),
    constant_of("people.community_share_ahps", "ratio", "AHP pay in community services, left out of the metric",
                {0, 0.9}),
    constant_of("people.ahp_share_of_scientific", "ratio", "AHPs among scientific, therapeutic and technical staff",
                {0.05, 1}),
    constant_of("people.least_other_share", "ratio", "Least share of pay outside the three clinical groups",
                {0.01, 0.5}),
    constant_of("people.fill_of_change", "ratio", "Change of needed cover that bank and agency fill", {0, 1}),
    constant_of("people.least_unfilled", "ratio", "Least share of needed cover that goes uncovered", {0, 0.9}),
    constant_of("people.agency_over_bank", "percent", "Price of agency over bank", {0, 200}),
    constant_of("people.actuals_half_months", "months", "Closed months that count as much as the model's agency spend",
                {0.5, 60}),
    constant_of("people.agency_to_bank", "ratio", "Agency hours given up that the bank covers", {0, 1}),
    constant_of("people.induction_months", "months", "Time in which a starter is not counted in", {0, 6}),
    constant_of("people.award_assumed", "percent", "Pay award that tariff and national cost index assume", {-10, 30}),
    constant_of("people.winter_months", "months", "Length of winter in the winter profile", {1, 12}),
    constant_of("people.winter_sickness_share", "ratio", "Rise of sickness over that of emergency demand in winter",
                {0, 5}),
    constant_of("people.national_weight", "ratio", "Weight of the national position in a metric's score", {0.01, 1}),
    constant_of("people.peer_weight", "ratio", "Weight of the distance to the peer median", {0, 1}),
    constant_of("people.change_weight", "ratio", "Weight of the change over 12 months", {0, 1}),
    constant_of("people.peer_points", "score", "Points for an interquartile half-range to the peers", {0, 3}),
    constant_of("people.change_points", "score", "Points for improving by an interquartile half-range", {0, 3}),
    constant_of("people.evidence_weight", "ratio", "Weight of the prompts in the score", {0, 1}),
    constant_of("people.evidence_neutral", "score", "Score of evidence that is not supported", {1, 4}),
    constant_of("people.figure_share", "ratio", "Part of a prompt that figures answer, where they answer a part",
                {0, 1}),
    constant_of("people.vacancy_lower", "percent", "Better national quartile of vacant posts", {0, 50}),
    constant_of("people.vacancy_median", "percent", "National median of vacant posts", {0, 50}),
    constant_of("people.vacancy_upper", "percent", "Worse national quartile of vacant posts", {0, 50}),
    constant_of("people.weight_retention", "ratio", "Weight of staff retention", {0, 1}),
    constant_of("people.weight_sickness", "ratio", "Weight of sickness absence", {0, 1}),
    constant_of("people.weight_pay", "ratio", "Weight of pay cost per unit with the group costs", {0, 1}),
    constant_of("people.group_share", "ratio", "Part of the group costs in the weight of pay", {0, 1}),
    constant_of("people.agency_edge_1", "percent over ceiling", "Agency that is between outstanding and good",
                {-100, 1000}),
    constant_of("people.agency_edge_2", "percent over ceiling", "Agency that is between good and less", {-100, 1000}),
    constant_of("people.agency_edge_3", "percent over ceiling", "Agency that is inadequate", {-100, 1000}),
};

}  // namespace people
