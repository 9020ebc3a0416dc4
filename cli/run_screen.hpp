// A whole run on a screen, straight from the engine or from a result file.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/run/result.hpp"

namespace uor::cli {

/// Heading, then each trust in full (or one line a trust when they are many), then the notes.
void print_run(const run::Header& header, const std::vector<run::Summary>& summaries, const Style& style);

}  // namespace uor::cli
