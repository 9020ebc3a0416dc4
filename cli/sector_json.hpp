// The sector of a run as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// {trusts, types: {type: trusts}, sides: [{scenario, good_or_better and expected_rating of all trusts together as in
/// results, ratings: {rating: {mean, mean_standard_error, sd, quantiles,
/// independent_sd, spread_ratio, histogram}}, from_to, by_type: {type: {rating: mean, good_or_better: share}},
/// moved_most: [{trust, name, type, rank, good_or_better..., expected_rating..., within_two_errors}]}]}. moved_most has
/// every trust, ranked by the size of the change of good or better (on the baseline by the lowest odds). A histogram
/// has the trials in which 0, 1, 2, ... trusts hold the rating; from_to is expected trusts, rows baseline and columns
/// scenario, from inadequate to outstanding. spread_ratio is sd over independent_sd, null where no trial differs.
nlohmann::ordered_json json_of_sector(const model::Header& header, const std::vector<tally::Summary>& summaries,
                                      const tally::Sector& sector);

}  // namespace uor::cli
