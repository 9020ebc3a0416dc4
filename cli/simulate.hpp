// An engine's run into a result file.
#pragma once

#include <string>
#include <vector>

#include "cli/progress_line.hpp"
#include "cli/result_json.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

struct Outcome {
  std::vector<run::Summary> summaries;
  Performance performance;
};

/// Writes the result file `out`, whole or not at all. Error (Fault::run) as of the run, when interrupted too.
/// Where the number of trials is looked for, a file that would not fit is refused only then, and a large one announced.
Outcome simulate(run::Engine& engine, const std::string& out, ProgressStyle style, bool quiet);

}  // namespace uor::cli
