// An engine's run into a result file.
#pragma once

#include <string>
#include <vector>

#include "cli/progress_line.hpp"
#include "cli/result_json.hpp"
#include "core/uor/base/partial_file.hpp"
#include "core/uor/run/engine.hpp"

namespace uor::cli {

struct Outcome {
  std::vector<tally::Summary> summaries;
  Performance performance;
  std::string path;  // where the result file lies
};

/// Writes the result file, whole or not at all. Error (Fault::run) as of the run.
/// Where the number of trials is looked for, a file that would not fit is refused only then, and a large one announced.
Outcome simulate(run::Engine& engine, PartialFile out, ProgressStyle style, bool quiet);

}  // namespace uor::cli
