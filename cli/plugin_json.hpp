// What `uor plugins show ID --json` prints: the tables of one plugin, with its parameters as a policy sets them.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::cli {

/// One object: the plugin, its quantities, parameters and nodes in declared order. A bound without limit is null. A
/// parameter has the value, standing and source in force in all years, and under `years` those of policy years that
/// differ; its value is null when neither policy nor plugin gives one.
nlohmann::ordered_json json_of_plugin(const host::Plugin& plugin, const policy::Policy& policy);

}  // namespace uor::cli
