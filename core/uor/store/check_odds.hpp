// Whether odds that were read can be odds.
#pragma once

#include <string>

#include "core/uor/tally/result.hpp"

namespace uor::store {

/// Impossible, naming the array and `who`: shares outside 0 to 1, that do not add up, errors that are none, from-to
/// tables with other margins, changes that are not those of the odds. Nothing where grades are counted.
void check_odds(const tally::SideSummary& side, const tally::SideSummary& baseline, const std::string& who);

}  // namespace uor::store
