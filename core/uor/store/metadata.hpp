// A run's header in a result file: attributes, axes with their labels, the catalogue of quantities, provenance.
#pragma once

#include <H5Cpp.h>

#include "core/uor/store/labelled_group.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

/// Attributes and axes of the root group, and the groups /catalogue and /provenance.
void write_header(LabelledGroup& root, const model::Header& header);

/// The inverse. Of quantities it gives what the catalogue holds: not the driver's distribution. H5::Exception when a
/// part is missing, Impossible when it holds what no run writes.
model::Header read_header(const H5::H5File& file);

}  // namespace uor::store
