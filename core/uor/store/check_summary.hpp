// Whether the figures of a summary can be those of a run.
#pragma once

#include "core/uor/tally/result.hpp"

namespace uor::store {

/// Impossible, naming array, trust and scenario, when counts do not add up to the trials or exceed them, replicates do
/// not add up to the whole, a figure is not finite, or a mean or a quantile lies where none can.
void check_summary(const model::Header& header, const tally::Summary& summary);

}  // namespace uor::store
