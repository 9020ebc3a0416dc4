// What changed between the runs of one report.
#pragma once

#include <vector>

#include "cli/arguments.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::cli {

/// Adds to each run after the first what changed from the first one, by the rules of `uor compare`, or why they cannot
/// be compared. `words` are those of the command line: FILE or FILE:SCENARIO, one a run; `codes` the trusts asked for.
/// Error for a scenario that a file does not have.
void add_changes_between(std::vector<report::Figures>& runs, const Words& words, const Words& codes);

}  // namespace uor::cli
