// From the scenario's changes to the changed drivers of each side, with every name and value checked.
#pragma once

#include <vector>

#include "core/uor/graph/wiring.hpp"
#include "core/uor/run/plan.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::run {

/// The baseline and one side a variant. Error at the scenario's line: unknown driver (with the nearest name), a
/// quantity that is no driver, a value outside the driver's range, two draws on one driver. A change that reaches
/// `cost_index` also reaches the `uprated` quantities.
std::vector<Side> make_sides(const scenario::Scenario& scenario, const graph::Wiring& wiring, std::size_t cost_index,
                             const std::vector<std::size_t>& uprated);

}  // namespace uor::run
