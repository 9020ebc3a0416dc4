// A plan in words, as outputs begin with it.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/decide/planned.hpp"

namespace uor::cli {

/// One entry a line: what is changed of what, from when, what it costs, who owns it, whether it is seen in time.
Lines plan_lines(const std::vector<decide::PlannedAction>& actions, int assessment_month);
/// The same of each option, under its name; empty where there is none.
Lines plan_lines(const std::vector<decide::PlannedOption>& options, int assessment_month, const Style& style);

/// {action, driver, title, unit, today, does, asked_month, from_month, acts, published, too_late, first_seen, owner,
/// overlaps, one_off_cost, yearly_cost, cost}; what is not known or stated is null.
nlohmann::ordered_json json_of(const decide::PlannedAction& action);
/// A list of {option, title, actions}.
nlohmann::ordered_json json_of(const std::vector<decide::PlannedOption>& options);

}  // namespace uor::cli
