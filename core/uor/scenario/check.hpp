// What must hold between the parts of a scenario, beyond each part being well formed.
#pragma once

#include <string>

#include "core/uor/scenario/scenario.hpp"

namespace uor::scenario {

/// Error unless `name` can name a scenario, level or group: letters, digits, '_', '-' and '.'.
void check_name(const std::string& name, const std::string& what, const Where& where);

/// Error when two entries of one variant contradict each other in some month: the same driver and operation twice, two
/// varies of one driver (they would share their draws), or a `set` that discards what stands before it.
void check_entries(const Variant& variant);

/// Error for an entry that starts after the last month. Apart from check_scenario, because `--months` may come later.
void check_months(const Variant& variant, int months);
void check_months(const Scenario& scenario);

/// Error for a duplicate variant, a variant with the reserved name "baseline", contradicting entries, and a group or a
/// driver of groups twice.
void check_scenario(const Scenario& scenario);

}  // namespace uor::scenario
