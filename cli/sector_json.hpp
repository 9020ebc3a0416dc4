// The sector of a run as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/run/result.hpp"

namespace uor::cli {

/// {trusts, types: {type: trusts}, sides: [{scenario, ratings: {rating: {mean, mean_standard_error, sd, quantiles,
/// independent_sd, spread_ratio, histogram}}, from_to, by_type: {type: {rating: mean}}}]}. A histogram has the trials
/// in which 0, 1, 2, ... trusts hold the rating; from_to is expected trusts, rows baseline and columns scenario, from
/// inadequate to outstanding. spread_ratio is sd over independent_sd, null where no trial differs.
nlohmann::ordered_json json_of_sector(const run::Header& header, const run::Sector& sector);

}  // namespace uor::cli
