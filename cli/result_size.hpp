// Whether a result file will fit, before the run.
#pragma once

#include <string>

#include "core/uor/run/result.hpp"

namespace uor::cli {

/// What to tell before a large file is written ("the result file may take 63.0 GB ..."), empty for a small one.
/// Error (Fault::run) when the disk of `path` has less space than the store's estimate.
std::string announce_size(const run::Header& header, const std::string& path);

}  // namespace uor::cli
