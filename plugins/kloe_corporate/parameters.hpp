// Constants of corporate services. Their values, standing and sources are in policies/parameters/corporate.toml.
#pragma once

#include "uor/sdk/declare.hpp"

namespace corporate {
using namespace uor::sdk;

constexpr uor_parameter constant_of(const char* id, const char* unit, const char* title, Range possible) {
  return parameter(
      {.id = id, .unit = unit, .title = title, .possible = possible, .source = "policies/parameters/corporate.toml"});
}

inline constexpr uor_parameter parameters[] = {
    constant_of("corporate.premises_nonpay_share", "ratio", "Estates cost that is non-pay without PFI", {0, 1}),
    constant_of("corporate.supplies_variable_share", "ratio", "Supplies that follow activity", {0, 1}),
    constant_of("corporate.outsourcing_saving", "percent", "Saved on pay that is moved to a contractor", {-50, 50}),
    constant_of("corporate.area_elasticity", "ratio", "Estates cost saved per part of area released", {0, 2}),
    constant_of("corporate.backlog_elasticity", "ratio", "Estates cost added per part of backlog added", {0, 2}),
    constant_of("corporate.points_per_percent", "score", "Procurement points per percent of price", {0, 50}),
    constant_of("corporate.backlog_least", "ratio", "Backlog that a change is measured by at least, of a year's cost",
                {0, 10}),
    constant_of("corporate.backlog_lower", "GBP/m2", "Backlog per m2, lower quartile", {0, 1e5}),
    constant_of("corporate.backlog_median", "GBP/m2", "Backlog per m2, median", {0, 1e5}),
    constant_of("corporate.backlog_upper", "GBP/m2", "Backlog per m2, upper quartile", {0, 1e5}),
    constant_of("corporate.national_weight", "ratio", "Weight of the national position in a metric's score", {0.01, 1}),
    constant_of("corporate.peer_weight", "ratio", "Weight of the distance to the peer median", {0, 1}),
    constant_of("corporate.change_weight", "ratio", "Weight of the change over 12 months", {0, 1}),
    constant_of("corporate.peer_points", "score", "Points for an interquartile half-range to the peers", {0, 3}),
    constant_of("corporate.change_points", "score", "Points for improving by an interquartile half-range", {0, 3}),
    constant_of("corporate.weight_nonpay", "ratio", "Weight of non-pay cost per WAU", {0, 1}),
    constant_of("corporate.weight_finance_cost", "ratio", "Weight of the finance function's cost", {0, 1}),
    constant_of("corporate.weight_hr_cost", "ratio", "Weight of the human resources function's cost", {0, 1}),
    constant_of("corporate.weight_procurement", "ratio", "Weight of the procurement score", {0, 1}),
    constant_of("corporate.weight_estates", "ratio", "Weight of estates cost per m2", {0, 1}),
    constant_of("corporate.weight_backlog", "ratio", "Weight of backlog per m2", {0, 1}),
    constant_of("corporate.weight_evidence", "ratio", "Weight of the judged prompts", {0, 1}),
};

}  // namespace corporate
