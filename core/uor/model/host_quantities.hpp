// What the host itself offers to nodes, beside what plugins declare.
#pragma once

#include <string>
#include <vector>

#include "core/uor/base/quantity.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::model {

/// trust.<field> drivers, profile.<name>, published.<metric>, published_year_ago.<metric>,
/// benchmark.<metric>.lower|median|upper|peer, and the host's own drivers rating.judgement, rating.agreement,
/// limiter.<id>, quality.<question>. All have plugin "host".
std::vector<Quantity> host_quantities(const policy::Policy& policy, const std::vector<trust::Field>& fields);

/// Field that holds a metric's value a year before, "<metric>_year_ago".
std::string year_ago_field(const std::string& metric_id);

}  // namespace uor::model
