// What a policy names must exist: a row that nothing reads would be without effect, silently.
#pragma once

#include "core/uor/graph/wiring.hpp"
#include "core/uor/model/inputs.hpp"

namespace uor::model {

/// Error, at the row, for a prompt that is held by no driver (judged) or quantity (derived), and for a field default of
/// what is no field of a trust. Rows of a key line whose plugin was replaced by one of another id are passed over: they
/// speak of the plugin that is not there. (Conditions, indicators, metrics and groups are looked up where they are
/// used.)
void check_policy_names(const Inputs& inputs, const graph::Wiring& wiring);

/// Where the row stands that a policy's sources call `what`, such as "[[metric]] 'dna_rate'"; nowhere when none is.
Where place_of_row(const policy::Policy& policy, const std::string& what);

/// Whether the names of the quantities and parameters of plugin `prefix` are all known: it is loaded, or no key line of
/// the policy has that id.
bool names_are_known(const host::Catalogue& catalogue, const policy::Policy& policy, const std::string& prefix);

}  // namespace uor::model
