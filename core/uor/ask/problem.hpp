// A run as somebody asks for it becomes what an engine is given.
#pragma once

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/run_request.hpp"
#include "core/uor/model/inputs.hpp"

namespace uor::ask {

/// The scenario with what the request changes; its trusts, else the scenario's; policy and plugins. `threads` are fewer
/// than were asked for where memory allows no more. Error as check(), of the files that are read, and of a run that
/// asks for too much.
model::Inputs problem_of(const Library& library, const RunRequest& request);

}  // namespace uor::ask
