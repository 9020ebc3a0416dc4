// Whether the trials of a result file are there and can be those of a run.
#pragma once

#include <H5Cpp.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

/// The shape that an array over these axes has in a run with this header.
Shape trial_shape(const AxisNames& axes, const model::Header& header);

/// Impossible, naming the array, when a grade is none of 1..4.
void require_grades(const std::vector<std::uint8_t>& grades, const std::string& name);

/// Impossible when an array that the header promises is missing or has another shape, a grade is none, or final
/// ratings are others than the summaries count. Reads arrays whole unless they are large.
void check_trials(const H5::Group& root, const model::Header& header, const std::vector<tally::Summary>& summaries);

}  // namespace uor::store
