// A comparison as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "core/uor/ask/compared_trusts.hpp"

namespace uor::cli {

/// {trust, name, trials, same_baseline, ratings, combined (by rating: from, to, change, standard_error,
/// independent_standard_error), good_or_better, mean_grade, expected_score, from_to, from_to_combined (expected trials;
/// rows before and columns after, from inadequate to outstanding), kloe, metrics, limiters, characteristics (lists,
/// what moved most first)}. `standard_error_is` tells what an error rests on: paired, bound, independent or unknown.
nlohmann::ordered_json json_of_comparison(const model::TrustInfo& trust, const analyse::Comparison& comparison);

/// {trusts, ratings: as above, in trusts; from_to: expected trusts}.
nlohmann::ordered_json json_of_sector_comparison(const analyse::SectorComparison& sector);

/// {file, scenario, title} of a side.
nlohmann::ordered_json json_of_side(const ask::ComparedSide& side);

}  // namespace uor::cli
