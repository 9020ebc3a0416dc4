// From a scenario and trusts to the inputs of an engine: what every question to the model shares.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/model/inputs.hpp"

namespace uor::ask {

/// The plugins of the default folders and of `plugin_path`, with those replaced that `plugin` names. Error naming the
/// member.
std::shared_ptr<const host::Catalogue> load_plugins(const Library& library, const ModelRequest& request);

/// A scenario from a .toml file, or from the sheets of a .xlsx one.
scenario::Scenario read_scenario(const std::string& path);

/// A scenario without changes, for questions about the model itself.
scenario::Scenario baseline_scenario();

/// The policy that a run of `scenario` has; that of `request`, when given, comes before the scenario's.
const policy::Policy& policy_asked(const Library& library, const ModelRequest& request,
                                   const scenario::Scenario& scenario);

/// `scenario` on `trusts` with the plugins, the policy and the field table in place; the policy of `request`, when
/// given, comes before the scenario's. Peers are found among `sector`, or among those that ship in scope.
model::Inputs assemble(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                       std::vector<trust::Trust> trusts, const std::vector<trust::Trust>& sector);
model::Inputs assemble(const Library& library, const ModelRequest& request, scenario::Scenario scenario,
                       std::vector<trust::Trust> trusts);

}  // namespace uor::ask
