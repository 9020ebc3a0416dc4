// What people produces: staff, cover, pay, metrics and scores.
#pragma once

#include "uor/sdk/declare.hpp"

namespace people {
using namespace uor::sdk;

inline constexpr const char* equations = "docs/model/people.md";

constexpr Quantity staff(const char* id, const char* title, double nominal) {
  return stock({.id = id,
                .unit = "WTE",
                .title = title,
                .possible = {0, 1e7},
                .likely = {0, 30000},
                .nominal = nominal,
                .source = equations});
}
constexpr Quantity money(const char* id, const char* title, double nominal, std::int32_t polarity = 0,
                         bool summarise = false) {
  return flow({.id = id,
               .unit = "GBP m",
               .title = title,
               .polarity = polarity,
               .possible = {0, 1e5},
               .likely = {0, 200},
               .nominal = nominal,
               .summarise = summarise,
               .source = equations});
}
constexpr Quantity index(const char* id, const char* title) {
  return rate({.id = id,
               .unit = "ratio",
               .title = title,
               .possible = {0, 1e4},
               .likely = {0.8, 2},
               .nominal = 1,
               .source = equations});
}

/// What each group has, by the group's name.
#define PEOPLE_GROUP_QUANTITIES(group)                                                                                \
  rate({.id = "people.pay_share_" #group,                                                                             \
        .unit = "ratio",                                                                                              \
        .title = "Share of last year's pay: " #group,                                                                 \
        .possible = {0, 1},                                                                                           \
        .likely = {0.02, 0.8},                                                                                        \
        .nominal = 0.25,                                                                                              \
        .source = equations}),                                                                                        \
      staff("people.establishment_" #group, "Funded posts: " #group, 1000),                                           \
      staff("people.in_post_" #group, "In post, without what savings and pressures change: " #group, 900),            \
      staff("people.paid_" #group, "Paid permanent staff: " #group, 900),                                             \
      flow({.id = "people.leavers_" #group,                                                                           \
            .unit = "WTE",                                                                                            \
            .title = "Leavers: " #group,                                                                              \
            .polarity = lower_is_better,                                                                              \
            .possible = {-1e6, 1e6},                                                                                  \
            .likely = {0, 1000},                                                                                      \
            .nominal = 11,                                                                                            \
            .source = equations}),                                                                                    \
      flow({.id = "people.starters_" #group,                                                                          \
            .unit = "WTE",                                                                                            \
            .title = "Starters: " #group,                                                                             \
            .possible = {0, 1e6},                                                                                     \
            .likely = {0, 1000},                                                                                      \
            .nominal = 11,                                                                                            \
            .source = equations}),                                                                                    \
      staff("people.need_" #group, "Cover needed: " #group, 100),                                                     \
      staff("people.other_need_" #group, "Cover needed last year beside vacancies, sickness, starters: " #group, 10), \
      staff("people.bank_asked_" #group, "Bank that need asks for: " #group, 50),                                     \
      staff("people.agency_asked_" #group, "Agency that need and controls ask for: " #group, 40),                     \
      staff("people.bank_staff_" #group, "Covered by bank: " #group, 50),                                             \
      staff("people.agency_staff_" #group, "Covered by agency: " #group, 40),                                         \
      staff("people.unfilled_" #group, "Not covered: " #group, 20),                                                   \
      rate({.id = "people.price_" #group,                                                                             \
            .unit = "GBP m/WTE",                                                                                      \
            .title = "Month's cost of permanent staff: " #group,                                                      \
            .possible = {0, 10},                                                                                      \
            .likely = {0.001, 0.05},                                                                                  \
            .nominal = 0.004,                                                                                         \
            .source = equations}),                                                                                    \
      flow({.id = "people.change_" #group,                                                                            \
            .unit = "GBP m",                                                                                          \
            .title = "Change of permanent pay by plan: " #group,                                                      \
            .possible = {-1e4, 1e4},                                                                                  \
            .likely = {-10, 10},                                                                                      \
            .nominal = 0,                                                                                             \
            .source = equations}),                                                                                    \
      money("people.substantive_" #group, "Permanent pay: " #group, 3.5),                                             \
      money("people.bank_" #group, "Bank spend: " #group, 0.2),                                                       \
      money("people.agency_" #group, "Agency spend: " #group, 0.3, lower_is_better, true),                            \
      stock({.id = "people.closed_agency_" #group,                                                                    \
             .unit = "GBP m",                                                                                         \
             .title = "Agency spend of the model in the closed months so far: " #group,                               \
             .possible = {0, 1e5},                                                                                    \
             .likely = {0, 50},                                                                                       \
             .nominal = 0,                                                                                            \
             .source = equations}),                                                                                   \
      money("people.pay_" #group, "Pay: " #group, 4, lower_is_better),                                                \
      money("people.real_pay_" #group, "Pay at last year's national prices: " #group, 4)

inline constexpr Quantity groups[] = {
    PEOPLE_GROUP_QUANTITIES(doctors),
    PEOPLE_GROUP_QUANTITIES(nurses),
    PEOPLE_GROUP_QUANTITIES(ahps),
    PEOPLE_GROUP_QUANTITIES(other),
};

inline constexpr Quantity totals[] = {
    money("people.pay", "Pay", 20, lower_is_better, true),
    money("people.substantive_pay", "Permanent pay", 18),
    money("people.bank_spend", "Bank spend", 1, 0, true),
    money("people.agency_spend", "Agency spend", 1, lower_is_better, true),
    money("people.real_pay", "Pay at last year's national prices", 20),
    staff("people.in_post", "Paid permanent staff", 4000),
    rate({.id = "people.agency_held_factor",
          .unit = "ratio",
          .title = "Agency hours over those asked for, where spend is held against the ceiling",
          .possible = {0, 1e12},
          .likely = {0.2, 5},
          .nominal = 1,
          .source = equations}),
    flow({.id = "people.leavers",
          .unit = "WTE",
          .title = "Leavers",
          .polarity = lower_is_better,
          .possible = {-1e6, 1e6},
          .likely = {0, 1000},
          .nominal = 50,
          .summarise = true,
          .source = equations}),
    rate({.id = "people.vacant_share",
          .unit = "percent",
          .title = "Vacant posts, of establishment",
          .polarity = lower_is_better,
          .possible = {-1e4, 100},
          .likely = {0, 25},
          .nominal = 8.5,
          .summarise = true,
          .source = equations}),
    rate({.id = "people.unfilled_share",
          .unit = "percent",
          .title = "Clinical hours not covered, of those established",
          .polarity = lower_is_better,
          .possible = {0, 1000},
          .likely = {0, 15},
          .nominal = 2,
          .summarise = true,
          .source = equations}),
    flow({.id = "people.award_income",
          .unit = "GBP m",
          .title = "Income that funds the pay award over the assumed one",
          .possible = {-1000, 1000},
          .likely = {-2, 5},
          .nominal = 0,
          .source = equations}),
    index("people.award_index", "Pay award over the one that tariff and national index assume"),
    index("people.drift_index", "Local pay growth over national scales"),
    flow({.id = "people.leaving_hazard",
          .unit = "ratio",
          .title = "Hazard of leaving in a month",
          .polarity = lower_is_better,
          .possible = {-0.1, 1},
          .likely = {0, 0.05},
          .nominal = 0.0128,
          .source = equations}),
    rate({.id = "people.leaving_share",
          .unit = "ratio",
          .title = "Share of staff that leaves in a month",
          .polarity = lower_is_better,
          .possible = {-0.1, 1},
          .likely = {0, 0.05},
          .nominal = 0.0127,
          .source = equations}),
    rate({.id = "people.sickness_level",
          .unit = "percent",
          .title = "Sickness absence without its season",
          .polarity = lower_is_better,
          .possible = {-50, 1000},
          .likely = {2, 10},
          .nominal = 4,
          .source = equations}),
    rate({.id = "people.sickness_rate",
          .unit = "percent",
          .title = "Sickness absence in the month",
          .polarity = lower_is_better,
          .possible = {-50, 1000},
          .likely = {2, 10},
          .nominal = 4,
          .summarise = true,
          .profile = "sickness",
          .source = equations}),
};

constexpr Quantity cost_metric(const char* id, const char* title, double nominal, Range likely) {
  return metric({.id = id,
                 .unit = "GBP",
                 .title = title,
                 .polarity = lower_is_better,
                 .possible = {0, 1e6},
                 .likely = likely,
                 .nominal = nominal,
                 .source = equations});
}
constexpr Quantity points(const char* id, const char* title) {
  return rate({.id = id,
               .unit = "score",
               .title = title,
               .polarity = higher_is_better,
               .possible = {1, 4},
               .likely = {1, 4},
               .nominal = 2.5,
               .summarise = true,
               .source = equations});
}

inline constexpr Quantity measured[] = {
    metric({.id = "metric.staff_retention_rate",
            .unit = "percent",
            .title = "Staff retention (stability) rate",
            .polarity = higher_is_better,
            .possible = {1, 120},
            .likely = {70, 97},
            .nominal = 85.8,
            .source = equations}),
    metric({.id = "metric.sickness_absence_rate",
            .unit = "percent",
            .title = "Sickness absence rate",
            .polarity = lower_is_better,
            .possible = {-50, 1000},
            .likely = {2, 8},
            .nominal = 4,
            .source = equations}),
    cost_metric("metric.pay_cost_per_wau", "Pay cost per weighted activity unit", 2170, {1300, 4000}),
    cost_metric("metric.doctors_cost_per_wau", "Doctors cost per weighted activity unit", 530, {250, 1200}),
    cost_metric("metric.nurses_cost_per_wau", "Nurses cost per weighted activity unit", 714, {300, 1600}),
    cost_metric("metric.ahp_cost_per_wau", "Allied health professionals cost per weighted activity unit", 124,
                {30, 400}),
    points("people.score_staff_retention_rate", "Score of staff retention"),
    points("people.score_sickness_absence_rate", "Score of sickness absence"),
    points("people.score_pay_cost_per_wau", "Score of pay cost per unit"),
    points("people.score_doctors_cost_per_wau", "Score of doctors cost per unit"),
    points("people.score_nurses_cost_per_wau", "Score of nurses cost per unit"),
    points("people.score_ahp_cost_per_wau", "Score of AHP cost per unit"),
    points("people.agency_ceiling_score", "Score of the prompt on the agency ceiling (derived)"),
    points("people.score_vacant_share", "Score of vacant posts (derived part of a prompt)"),
    points("people.evidence", "Prompts of people together"),
    score({.id = "people.score", .title = "People", .source = equations}),
};

}  // namespace people
