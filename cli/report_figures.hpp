// The figures of a report, from a result file and what stands beside it.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::cli {

/// The rules that ship, policies/report.toml.
report::Rules report_rules();

/// --trust of `arguments` names trusts to show in full; without --quick the baseline is run again for what the
/// assumptions cost. Error as of the files.
report::Figures figures_of_file(const Arguments& arguments, const std::string& path, const report::Rules& rules);

}  // namespace uor::cli
