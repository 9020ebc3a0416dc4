// The figures of a report, from a result file and what stands beside it.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/report/figures.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

/// The rules that ship, policies/report.toml.
report::Rules report_rules();

/// --trust of `arguments` names trusts to show in full; without --quick the baseline is run again for what the
/// assumptions cost.
report::Figures figures_of_result(const Arguments& arguments, const store::Result& result, const report::Rules& rules);

}  // namespace uor::cli
