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
Outcome simulate(run::Engine& engine, const std::string& out, ProgressStyle style);

}  // namespace uor::cli
