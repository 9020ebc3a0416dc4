// Whether a result file will fit, before the run.
#pragma once

#include <string>

#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// Tells on standard error, unless `quiet`, that a large file comes ("the result file may take 63.0 GB ...").
/// Error (Fault::run) when the disk of `path` has less space than the store's estimate.
void announce_size(const model::Header& header, const std::string& path, bool quiet);

}  // namespace uor::cli
