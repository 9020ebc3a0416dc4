// What changed between the runs of one report.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::ask {

/// Adds to each run after the first what changed from the first one, by the rules of `uor compare`, or why they cannot
/// be compared. `words` are those of the command line: FILE or FILE:SCENARIO, one a run; `codes` the trusts asked for.
/// Error for a scenario that a file does not have.
void add_changes_between(const Library& library, std::vector<report::Figures>& runs,
                         const std::vector<std::string>& words, const std::vector<std::string>& codes);

}  // namespace uor::ask
