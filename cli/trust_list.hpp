// Each trust's own odds in a run of many: a line a trust, for eyes or for a spreadsheet.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// For each side what it moved most first (of the baseline the lowest odds): percent of trials by rating, good or
/// better with its paired change, the mean rating.
void print_trust_list(const model::Header& header, const std::vector<tally::Summary>& summaries, const Style& style);

/// The same as comma-separated values, a line a side and trust in the order of the run, with its rank in that
/// list; shares, not percent.
void print_trust_csv(const model::Header& header, const std::vector<tally::Summary>& summaries);

}  // namespace uor::cli
