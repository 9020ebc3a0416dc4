// The parameters of every plugin in every year of a run: policy year, then policy, then the plugin's own default.
#pragma once

#include <string>
#include <vector>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::model {

/// Parameters of every plugin in every year of the run. [year - 1][plugin][parameter]
using ParameterTable = std::vector<std::vector<std::vector<double>>>;

/// Error: a parameter that neither policy nor plugin gives, a value outside its range, a policy row for a parameter
/// that no plugin has (with the nearest name; plugins that are not loaded are tolerated).
ParameterTable parameter_table(const host::Catalogue& catalogue, const policy::Policy& policy,
                               const std::string& first_year, int months);

/// The peer median of each metric of the policy for one trust: its peers' where known, else the policy's peer value,
/// else the national median.
std::vector<double> peer_medians_of(const Inputs& inputs, std::size_t trust);

}  // namespace uor::model
