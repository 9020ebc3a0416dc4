// The parameters of every plugin in every year of a run: policy year, then policy, then the plugin's own default.
#pragma once

#include <string>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/run/simulator.hpp"

namespace uor::run {

/// Error: a parameter that neither policy nor plugin gives, a value outside its range, a policy row for a parameter that
/// no plugin has (with the nearest name; plugins that are not loaded are tolerated).
ParameterTable parameter_table(const host::Catalogue& catalogue, const policy::Policy& policy,
                               const std::string& first_year, int months);

}  // namespace uor::run
