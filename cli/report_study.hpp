// What not knowing costs, and what limits cost: the study of `uor rate`, for the trusts of a report.
#pragma once

#include "cli/arguments.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

/// Runs the baseline of trust `trust` again, as the file has it, and adds what is found to `context`. Where plugins or
/// policy are not those of the file, nothing is added but a note that says so.
void add_study(const Arguments& arguments, const store::Result& result, std::size_t trust, report::Context& context);

}  // namespace uor::cli
