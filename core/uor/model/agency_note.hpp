// What is said of a level that holds agency spend below what a trust already spends.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/shown.hpp"
#include "core/uor/scenario/scenario.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// A line for each trust whose reported agency is further over its ceiling than the level holds it: the level lowers
/// its spend. Nothing for changes of other drivers than the policy's agency lever, and for trusts that do not report
/// where they stand.
std::vector<std::string> already_above(const scenario::Adjustment& adjustment, const std::vector<trust::Trust>& trusts,
                                       const policy::Shown& shown);

}  // namespace uor::model
