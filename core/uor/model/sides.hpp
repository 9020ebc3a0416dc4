// From the scenario's changes to the changed drivers of each side, with every name and value checked.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "core/uor/graph/wiring.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/scenario/scenario.hpp"

namespace uor::model {

/// The baseline and one side a variant. Error at the scenario's line: a change that begins after the last month, an
/// unknown driver (with the nearest name), a
/// quantity that is no driver, a value outside the driver's range, two draws on one driver. A change that reaches
/// `cost_index` also reaches the `uprated` quantities. What schemes do is kept in `varies`, which must outlive the
/// sides, as `variants` must.
std::vector<Side> make_sides(const Inputs& inputs, const std::vector<scenario::Variant>& variants,
                             const graph::Wiring& wiring, std::size_t cost_index,
                             const std::vector<std::size_t>& uprated, std::deque<scenario::Vary>& varies);

/// The driver that a scheme acts through; Error at the scheme's line when there is none or it is no lever.
std::size_t find_lever(const graph::Wiring& wiring, const SavingsScheme& scheme);

/// "clinical.dna_rate is changed by the scenario and by the scheme 'x': ...".
std::string counted_once(const std::string& scheme, const std::string& driver);

}  // namespace uor::model
