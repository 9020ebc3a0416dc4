// How large a result file will be, before the run.
#pragma once

#include <string>

#include "core/uor/run/result.hpp"

namespace uor::cli {

/// Bytes of a result file before compression: final ratings, summaries and what `header.keep` adds.
double estimated_bytes(const run::Header& header);

/// What to tell before a large file is written ("the result file will take up to 63.0 GB ..."), empty for a small one.
/// Error (Fault::run) when the disk of `path` has less space than the estimate.
std::string announce_size(const run::Header& header, const std::string& path);

}  // namespace uor::cli
