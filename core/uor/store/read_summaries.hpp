// The summaries of a result file, and whether their figures can be those of a run.
#pragma once

#include <H5Cpp.h>

#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::store {

/// One a trust of the header, each array read once. Impossible when an array has another shape than the header says,
/// counts do not add up to the trials, or figures contradict each other.
std::vector<tally::Summary> read_summaries(const H5::Group& root, const model::Header& header);

}  // namespace uor::store
