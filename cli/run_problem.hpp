// The problem of a run, and what its user must know of it.
#pragma once

#include "core/uor/ask/problem.hpp"

namespace uor::cli {

/// As ask::problem_of(); unless `quiet`, says on standard error when memory allows fewer threads than were asked for.
model::Inputs run_problem(const ask::Library& library, const ask::RunRequest& request, bool quiet);

}  // namespace uor::cli
